package org.xpcom4j.registry.loading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.xpcom4j.result.Nsresult.NS_ERROR_FACTORY_NOT_REGISTERED;
import static org.xpcom4j.result.Nsresult.NS_ERROR_NOT_AVAILABLE;
import static org.xpcom4j.result.Nsresult.NS_ERROR_NO_INTERFACE;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xpcom4j.interfaces.nsICategoryManager;
import org.xpcom4j.interfaces.nsIConsoleMessage;
import org.xpcom4j.interfaces.nsIConsoleService;
import org.xpcom4j.interfaces.nsIRunnable;
import org.xpcom4j.registry.Xpcom;
import org.xpcom4j.registry.XpcomOptions;
import org.xpcom4j.registry.plugin.Application;
import org.xpcom4j.registry.plugin.Plugin;
import org.xpcom4j.registry.testing.Heard;
import org.xpcom4j.registry.testing.PluginJar;
import org.xpcom4j.result.XpcomException;

@DisplayName("A plug-in with a manifest")
@NullUnmarked // as everything that speaks to IDL
class PluginManifestTest {

  private static final String PLAIN = "{94b346d7-0cde-4e6e-b819-95d6f200bbf6}";
  private static final String GREETER = "{0f3f6a51-8f4f-4c0f-9d8c-6a5a2d9b1c01}";
  private static final String LAMP = "{0f3f6a51-8f4f-4c0f-9d8c-6a5a2d9b1c02}";
  private static final String HOSTS = "{8f6f3a1c-9d0f-4c1e-8b5a-7b522f6f3a01}";

  @TempDir private Path folder;

  private final Xpcom xpcom = Xpcom.start();

  @AfterEach
  void close() {
    xpcom.close();
  }

  private Plugin add(String... lines) throws Exception {
    Path inside = Files.createDirectories(folder.resolve("plain"));
    Files.writeString(inside.resolve("chrome.manifest"), String.join("\n", lines));
    return xpcom.plugins().add(inside);
  }

  private void library(String name) throws Exception {
    Path lib = Files.createDirectories(folder.resolve("plain/lib"));
    PluginJar.of(name).writeTo(lib.resolve(name + ".jar"));
  }

  private nsIRunnable service(String contractId) {
    return xpcom.getService(contractId, nsIRunnable.class);
  }

  private long codeOf(String contractId) {
    return assertThrows(XpcomException.class, () -> service(contractId)).result();
  }

  private nsICategoryManager categories() {
    return xpcom.getService(
        nsICategoryManager.NS_CATEGORYMANAGER_CONTRACTID, nsICategoryManager.class);
  }

  @Test
  void namesAClassInAJar() throws Exception {
    library("plain");
    Plugin plugin =
        add(
            "contract @plugin.org/plain;1 " + PLAIN,
            "component " + PLAIN + " lib/plain.jar!org.example.plain.Plain");

    assertEquals(List.of(), plugin.problems());
    assertEquals("org.example.plain.Plain", service("@plugin.org/plain;1").getClass().getName());
    assertEquals(
        "manifest plain/chrome.manifest:2",
        xpcom.contracts().stream()
            .filter(each -> each.contractId().equals("@plugin.org/plain;1"))
            .findFirst()
            .get()
            .origin());
  }

  @Test
  void namesAClassInAFolder() throws Exception {
    PluginJar.of("plain").unpackTo(folder.resolve("plain/classes"));
    add(
        "component " + PLAIN + " classes!org.example.plain.Plain",
        "contract @plugin.org/plain;1 " + PLAIN);

    service("@plugin.org/plain;1").run();
  }

  @Test
  void namesAClassThatIsInjected() throws Exception {
    library("plain");
    var heard = Heard.of(xpcom, "plugin-says");
    add(
        "component " + PLAIN + " lib/plain.jar!org.example.plain.Injected",
        "contract @plugin.org/plain;1 " + PLAIN);

    service("@plugin.org/plain;1").run();

    assertEquals(List.of("injected"), heard.data());
  }

  @Test
  void namesAComponentByTheTableOfItsJar() throws Exception {
    library("greeter");
    Plugin plugin =
        add(
            "component " + GREETER + " lib/greeter.jar",
            "component " + LAMP + " lib/greeter.jar",
            "contract @plugin.org/mine;1 " + GREETER,
            "contract @plugin.org/lamp;1 " + LAMP);

    assertEquals(List.of(), plugin.problems());
    assertEquals("org.example.greeter.Greeter", service("@plugin.org/mine;1").getClass().getName());
    assertEquals(
        NS_ERROR_FACTORY_NOT_REGISTERED, codeOf("@plugin.org/greeter;1"), "it has no line");
  }

  @Test
  void isReadInAJarToo() throws Exception {
    String manifest =
        "component " + PLAIN + " !org.example.plain.Plain\ncontract @plugin.org/plain;1 " + PLAIN;
    Plugin plugin =
        xpcom
            .plugins()
            .add(
                PluginJar.of("plain")
                    .with("chrome.manifest", manifest.getBytes(StandardCharsets.UTF_8))
                    .writeTo(folder.resolve("plain.jar")));

    assertEquals(List.of(), plugin.problems());
    service("@plugin.org/plain;1").run();
  }

  @Test
  void mapsAContractToAClassOfTheHostUntilItIsRemoved() throws Exception {
    nsIRunnable hosts = service("@example.org/greeter;1");
    Plugin plugin = add("contract @plugin.org/hosts;1 " + HOSTS);
    assertSame(hosts, service("@plugin.org/hosts;1"));

    plugin.remove();

    assertEquals(NS_ERROR_FACTORY_NOT_REGISTERED, codeOf("@plugin.org/hosts;1"));
    assertSame(hosts, service("@example.org/greeter;1"));
  }

  @Test
  void coversAContractOfTheHostUntilItIsRemoved() throws Exception {
    library("plain");
    nsIRunnable hosts = service("@example.org/greeter;1");
    Plugin plugin =
        add(
            "component " + PLAIN + " lib/plain.jar!org.example.plain.Plain",
            "contract @example.org/greeter;1 " + PLAIN);
    assertNotSame(hosts, service("@example.org/greeter;1"));

    plugin.remove();

    assertSame(hosts, service("@example.org/greeter;1"));
  }

  @Test
  void mapsAContractOverThoseThatWereAddedBefore() throws Exception {
    nsIRunnable hosts = service("@example.org/greeter;1");
    library("plain");
    Plugin first =
        add(
            "component " + PLAIN + " lib/plain.jar!org.example.plain.Plain",
            "contract @plugin.org/mine;1 " + PLAIN);
    Plugin second =
        xpcom
            .plugins()
            .add(
                Files.writeString(
                    folder.resolve("two.manifest"), "contract @plugin.org/mine;1 " + HOSTS));
    assertSame(hosts, service("@plugin.org/mine;1"));

    second.remove();
    assertEquals("org.example.plain.Plain", service("@plugin.org/mine;1").getClass().getName());
    first.remove();
    assertEquals(NS_ERROR_FACTORY_NOT_REGISTERED, codeOf("@plugin.org/mine;1"));
  }

  @Test
  void mapsAContractNoLongerWhenTheClassIsGoneThatAnotherBrought() throws Exception {
    library("plain");
    Plugin brings = add("component " + PLAIN + " lib/plain.jar!org.example.plain.Plain");
    Plugin maps =
        xpcom
            .plugins()
            .add(
                Files.writeString(
                    folder.resolve("two.manifest"), "contract @plugin.org/mine;1 " + PLAIN));
    service("@plugin.org/mine;1");

    brings.remove();

    assertEquals(NS_ERROR_FACTORY_NOT_REGISTERED, codeOf("@plugin.org/mine;1"));
    maps.remove();
  }

  @Test
  void addsEntriesToCategoriesUntilItIsRemoved() throws Exception {
    categories().addCategoryEntry("c", "kept", "hosts", false, true);
    Plugin plugin = add("category c new value", "category c kept plugins", "category d e f");
    assertEquals("value", categories().getCategoryEntry("c", "new"));
    assertEquals("plugins", categories().getCategoryEntry("c", "kept"));

    plugin.remove();

    assertEquals("hosts", categories().getCategoryEntry("c", "kept"));
    var gone = assertThrows(XpcomException.class, () -> categories().getCategoryEntry("c", "new"));
    assertEquals(NS_ERROR_NOT_AVAILABLE, gone.result());
  }

  @Test
  void leavesCategoriesThatTheHostHasChangedSince() throws Exception {
    Plugin plugin = add("category c e plugins");
    categories().addCategoryEntry("c", "e", "hosts", false, true);

    plugin.remove();

    assertEquals("hosts", categories().getCategoryEntry("c", "e"));
  }

  @Test
  void sharesCategoriesWithOthersInAnyOrderOfLeaving() throws Exception {
    Path one = Files.writeString(folder.resolve("one.manifest"), "category c e one");
    Path two = Files.writeString(folder.resolve("two.manifest"), "category c e two");
    Path three = Files.writeString(folder.resolve("three.manifest"), "category c e three");
    Plugin first = xpcom.plugins().add(one);
    Plugin second = xpcom.plugins().add(two);
    Plugin third = xpcom.plugins().add(three);

    second.remove();
    assertEquals("three", categories().getCategoryEntry("c", "e"));
    third.remove();
    assertEquals("one", categories().getCategoryEntry("c", "e"));
    first.remove();
    assertThrows(XpcomException.class, () -> categories().getCategoryEntry("c", "e"));
  }

  @Test
  void countsWhatItsConditionsSayOfTheApplication() throws Exception {
    Path manifest =
        Files.writeString(
            folder.resolve("app.manifest"),
            """
            category c ours yes application=host@example.org appversion>=2
            category c old yes appversion<2
            category c platform yes platformversion=52.0
            """);
    var options =
        XpcomOptions.defaults()
            .withApplication(new Application("host@example.org", "2.1", "52.0"))
            .withPlugins(manifest);
    try (Xpcom other = Xpcom.start(options)) {
      nsICategoryManager categories =
          other.getService(
              nsICategoryManager.NS_CATEGORYMANAGER_CONTRACTID, nsICategoryManager.class);
      assertEquals("yes", categories.getCategoryEntry("c", "ours"));
      assertEquals("yes", categories.getCategoryEntry("c", "platform"));
      assertThrows(XpcomException.class, () -> categories.getCategoryEntry("c", "old"));
    }
  }

  @Test
  void leavesOutOnlyTheLinesThatAreWrongAndTellsEach() throws Exception {
    library("plain");
    Files.writeString(folder.resolve("plain/lib/text.jar"), "no jar");

    Plugin plugin =
        add(
            "component {94b346d7-0cde-4e6e-b819-95d6f200bbf6 MyComponent.js",
            "component " + PLAIN + " lib/plain.jar!org.example.plain.Plain",
            "# the next one has a class ID that is taken",
            "component " + PLAIN + " lib/plain.jar!org.example.plain.Injected",
            "component " + HOSTS + " lib/plain.jar!org.example.plain.Injected",
            "component " + LAMP + " lib/missing.jar",
            "component " + LAMP + " lib/text.jar",
            "component " + LAMP + " lib/plain.jar!org.example.plain.Nobody",
            "component " + LAMP + " lib/plain.jar",
            "interfaces lib/missing.xpt",
            "interfaces lib/text.jar",
            "contract @testing/foo {0c07730f-f875-436b-8deb-90c4251920ec}",
            "binary-component libplain.so",
            "contract @plugin.org/plain;1 " + PLAIN);

    service("@plugin.org/plain;1").run();
    assertEquals(
        List.of(
            "plain/chrome.manifest:1:11: class ID is malformed",
            "plain/chrome.manifest:13:18: native components cannot be loaded",
            "plain/chrome.manifest:6:50: component cannot be had",
            "plain/chrome.manifest:7:50: component cannot be had",
            "plain/chrome.manifest:8:50: component cannot be had",
            "plain/chrome.manifest:10:12: typelib cannot be read",
            "plain/chrome.manifest:4:11: class ID " + PLAIN + " is registered",
            "plain/chrome.manifest:5:11: class ID " + HOSTS + " is registered",
            "plain/chrome.manifest:9:50: plain/lib/plain.jar has no component " + LAMP,
            "plain/chrome.manifest:12:23: no class {0c07730f-f875-436b-8deb-90c4251920ec} is"
                + " registered",
            "plain/chrome.manifest:11:12: typelib cannot be used"),
        plugin.problems().stream().map(each -> each.lines().findFirst().get()).toList());
    assertEquals(
        """
        plain/chrome.manifest:4:11: class ID {94b346d7-0cde-4e6e-b819-95d6f200bbf6} is registered
          component {94b346d7-0cde-4e6e-b819-95d6f200bbf6} lib/plain.jar!org.exa…
                    ^ by: Plain, manifest plain/chrome.manifest:2""",
        plugin.problems().get(6));
    assertEquals(plugin.problems(), console());
  }

  private List<String> console() {
    return List.of(
            xpcom
                .getService(nsIConsoleService.NS_CONSOLESERVICE_CONTRACTID, nsIConsoleService.class)
                .getMessageArray(null))
        .stream()
        .map(nsIConsoleMessage::getMessage)
        .toList();
  }

  @Test
  void saysWhereAClassIsNoComponent() throws Exception {
    library("plain");
    add("component " + PLAIN + " lib/plain.jar!org.example.plain.NoComponent");

    var failure =
        assertThrows(
            XpcomException.class,
            () -> xpcom.createInstance(UUID.fromString(PLAIN.substring(1, 37)), nsIRunnable.class));

    assertEquals(NS_ERROR_NO_INTERFACE, failure.result());
  }

  @Test
  void maybeAFileOfAnyName() throws Exception {
    Path manifest =
        Files.writeString(folder.resolve("my.manifest"), "contract @plugin.org/a;1 " + HOSTS);

    Plugin plugin = xpcom.plugins().add(manifest);

    assertTrue(xpcom.componentRegistrar().isContractIDRegistered("@plugin.org/a;1"));
    assertEquals(manifest, plugin.location());
  }

  @Test
  void isFoundInAFolderOfFolders() throws Exception {
    Path inside = Files.createDirectories(folder.resolve("b"));
    Files.writeString(inside.resolve("chrome.manifest"), "category c e v");
    Files.createDirectories(folder.resolve("c"));
    PluginJar.of("slow").writeTo(folder.resolve("a.jar"));

    assertEquals(
        List.of(folder.resolve("a.jar"), inside),
        xpcom.plugins().addAll(folder).stream().map(Plugin::location).toList());
  }
}
