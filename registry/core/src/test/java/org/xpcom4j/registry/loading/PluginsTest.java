package org.xpcom4j.registry.loading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.xpcom4j.result.Nsresult.NS_ERROR_FACTORY_EXISTS;
import static org.xpcom4j.result.Nsresult.NS_ERROR_FACTORY_NOT_REGISTERED;
import static org.xpcom4j.result.Nsresult.NS_ERROR_ILLEGAL_DURING_SHUTDOWN;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xpcom4j.interfaces.nsICategoryManager;
import org.xpcom4j.interfaces.nsIObserverService;
import org.xpcom4j.interfaces.nsIPrefBranch;
import org.xpcom4j.interfaces.nsIRunnable;
import org.xpcom4j.registry.RegisteredContract;
import org.xpcom4j.registry.Xpcom;
import org.xpcom4j.registry.XpcomModule;
import org.xpcom4j.registry.XpcomOptions;
import org.xpcom4j.registry.plugin.Plugin;
import org.xpcom4j.registry.plugin.Plugins;
import org.xpcom4j.registry.testing.Heard;
import org.xpcom4j.registry.testing.PluginJar;
import org.xpcom4j.result.XpcomException;

@DisplayName("A jar that is added while the host runs")
@NullUnmarked // as everything that speaks to IDL
class PluginsTest {

  private static final String COVERED = "@example.org/greeter;1"; // the tests have one too
  private static final String ITS_OWN = "@plugin.org/greeter;1";

  @TempDir private Path folder;

  private final Xpcom xpcom = Xpcom.start();

  @AfterEach
  void close() {
    xpcom.close();
  }

  private Path jar() throws Exception {
    return PluginJar.of("greeter").writeTo(folder.resolve("greeter.jar"));
  }

  private nsIRunnable greeter() {
    return xpcom.getService(COVERED, nsIRunnable.class);
  }

  private long codeOf(String contractId) {
    return assertThrows(XpcomException.class, () -> xpcom.getService(contractId, nsIRunnable.class))
        .result();
  }

  @Test
  void isFoundByContractAndByClass() throws Exception {
    xpcom.plugins().add(jar());

    nsIRunnable service = xpcom.getService(ITS_OWN, nsIRunnable.class);

    assertSame(service, greeter());
    assertEquals("org.example.greeter.Greeter", service.getClass().getName());
    assertSame(
        service,
        xpcom.getService(xpcom.componentRegistrar().contractIDToCID(ITS_OWN), nsIRunnable.class));
  }

  @Test
  void hasClassesOfItsOwnThatSeeTheHosts() throws Exception {
    xpcom.plugins().add(jar());

    Class<?> type = greeter().getClass();

    assertNotSame(getClass().getClassLoader(), type.getClassLoader());
    assertTrue(nsIRunnable.class.isAssignableFrom(type));
  }

  @Test
  void isInjectedByContractAndWithClassesOfItsOwn() throws Exception {
    xpcom.plugins().add(jar());
    var heard = Heard.of(xpcom, "plugin-says");

    greeter().run();

    assertEquals(List.of("hello from the plug-in"), heard.data());
  }

  @Test
  void isInjectedWithTheHostsSingletonsAndWithOneOfEachOfItsOwn() throws Exception {
    var heard = Heard.of(xpcom, "plugin-says");
    xpcom.plugins().add(PluginJar.of("wiring").writeTo(folder.resolve("wiring.jar")));

    xpcom.createInstance("@plugin.org/wired;1", nsIRunnable.class).run();
    xpcom.createInstance("@plugin.org/wired;1", nsIRunnable.class).run();

    assertEquals(List.of("true true 1", "true true 2"), heard.data());
  }

  @Test
  void isToldWhatNobodyCanInject() throws Exception {
    xpcom.plugins().add(PluginJar.of("wiring").writeTo(folder.resolve("wiring.jar")));

    var lost =
        assertThrows(
            XpcomException.class,
            () -> xpcom.createInstance("@plugin.org/lost;1", nsIRunnable.class));

    assertEquals(NS_ERROR_FACTORY_NOT_REGISTERED, lost.result());
    assertTrue(lost.getMessage().contains("Lost$Unknown"), lost.getMessage());
    assertTrue(lost.getMessage().contains("constructor of @plugin.org/lost;1"), lost.getMessage());
  }

  @Test
  void saysWhereItIsFrom() throws Exception {
    Plugin plugin = xpcom.plugins().add(jar());

    RegisteredContract contract =
        xpcom.contracts().stream()
            .filter(each -> each.contractId().equals(ITS_OWN))
            .findFirst()
            .get();
    assertEquals("org.example.greeter.Greeter", contract.className());
    assertEquals("component table in plug-in greeter.jar", contract.origin());
    assertEquals(folder.resolve("greeter.jar"), plugin.location());
    assertEquals(List.of(), plugin.problems());
    assertEquals(List.of(plugin), xpcom.plugins().list());
  }

  @Test
  void uncoversTheHostsOwnWhenItIsRemoved() throws Exception {
    nsIRunnable hosts = greeter();
    Plugin plugin = xpcom.plugins().add(jar());
    assertNotSame(hosts, greeter());

    plugin.remove();

    assertSame(hosts, greeter());
    assertEquals(NS_ERROR_FACTORY_NOT_REGISTERED, codeOf(ITS_OWN));
    assertTrue(plugin.isRemoved());
    assertEquals(List.of(), xpcom.plugins().list());
  }

  @Test
  void closesItsServicesTheLatestFirst() throws Exception {
    var heard = Heard.of(xpcom, "plugin-closes");
    Plugin plugin = xpcom.plugins().add(jar());
    greeter();

    plugin.close();

    assertEquals(List.of("greeter", "lamp"), heard.data());
  }

  @Test
  void isNotClosedTwice() throws Exception {
    var heard = Heard.of(xpcom, "plugin-closes");
    Plugin plugin = xpcom.plugins().add(jar());
    greeter();

    plugin.remove();
    plugin.remove();
    xpcom.close();
    plugin.remove();

    assertEquals(List.of("greeter", "lamp"), heard.data());
  }

  @Test
  void hearsNothingOnceItIsRemoved() throws Exception {
    var heard = Heard.of(xpcom, "plugin-says");
    Plugin plugin = xpcom.plugins().add(jar());
    greeter();
    nsIObserverService observers =
        xpcom.getService(
            nsIObserverService.NS_OBSERVERSERVICE_CONTRACTID, nsIObserverService.class);
    nsIPrefBranch preferences =
        xpcom.getService(nsIPrefBranch.NS_PREFBRANCH_CONTRACTID, nsIPrefBranch.class);
    observers.notifyObservers(null, "plugin-hello", null);
    preferences.setBoolPref("plugin.loud", true);
    assertEquals(List.of("plugin-hello", "nsPref:changed"), heard.data());

    plugin.remove();
    observers.notifyObservers(null, "plugin-hello", null);
    preferences.setBoolPref("plugin.loud", false);

    assertEquals(List.of("plugin-hello", "nsPref:changed"), heard.data());
  }

  @Test
  void hasItsEntriesInCategoriesUntilItIsRemoved() throws Exception {
    nsICategoryManager categories =
        xpcom.getService(
            nsICategoryManager.NS_CATEGORYMANAGER_CONTRACTID, nsICategoryManager.class);
    Plugin plugin = xpcom.plugins().add(jar());
    assertEquals("@plugin.org/lamp;1", categories.getCategoryEntry("lamps", "Lamp"));

    plugin.remove();

    assertFalse(categories.enumerateCategory("lamps").hasMoreElements());
  }

  @Test
  void goesWithTheRegistry() throws Exception {
    var heard = Heard.of(xpcom, "plugin-closes");
    Plugin plugin = xpcom.plugins().add(jar());
    greeter();

    xpcom.close();

    assertTrue(plugin.isRemoved());
    assertEquals(
        NS_ERROR_ILLEGAL_DURING_SHUTDOWN,
        assertThrows(XpcomException.class, () -> xpcom.plugins().add(jar())).result());
    assertEquals(List.of("greeter", "lamp"), heard.data());
  }

  @Test
  void mayBeAddedAgain() throws Exception {
    xpcom.plugins().add(jar()).remove();
    nsIRunnable hosts = greeter();

    try (Plugin again = xpcom.plugins().add(jar())) {
      assertFalse(again.isRemoved());
      assertNotSame(hosts, greeter());
    }
    assertSame(hosts, greeter());
  }

  @Test
  void isAddedOnce() throws Exception {
    Path jar = jar();
    xpcom.plugins().add(jar);

    var twice = assertThrows(XpcomException.class, () -> xpcom.plugins().add(jar));

    assertEquals(NS_ERROR_FACTORY_EXISTS, twice.result());
    assertEquals(1, xpcom.plugins().list().size());
  }

  @Test
  void mayBeDeletedAndReplacedWhileItIsUsed() throws Exception {
    Path jar = jar();
    Plugin plugin = xpcom.plugins().add(jar);

    Files.writeString(jar, "no jar any more");
    nsIRunnable service = greeter();
    Files.delete(jar);
    PluginJar.empty().writeTo(jar);
    service.run();

    plugin.remove();
    xpcom.plugins().add(jar);
    assertEquals(NS_ERROR_FACTORY_NOT_REGISTERED, codeOf(ITS_OWN));
  }

  @Test
  void leavesOutClassesWhoseIdIsTaken() throws Exception {
    xpcom.plugins().add(jar());

    Plugin second =
        xpcom.plugins().add(PluginJar.of("greeter").writeTo(folder.resolve("second.jar")));

    assertEquals(
        List.of(
            "plug-in second.jar: org.example.greeter.Greeter is left out, its class ID"
                + " {0f3f6a51-8f4f-4c0f-9d8c-6a5a2d9b1c01} belongs to Greeter, component table in"
                + " plug-in greeter.jar",
            "plug-in second.jar: org.example.greeter.Lamp is left out, its class ID"
                + " {0f3f6a51-8f4f-4c0f-9d8c-6a5a2d9b1c02} belongs to Lamp, component table in"
                + " plug-in greeter.jar"),
        second.problems());
    second.remove();
    assertEquals("org.example.greeter.Greeter", greeter().getClass().getName());
  }

  @Test
  void isFoundInAFolderAtTheStart() throws Exception {
    jar();
    PluginJar.of("slow").writeTo(folder.resolve("slow.jar"));
    Files.writeString(folder.resolve("readme.txt"), "no plug-in");

    try (Xpcom other = Xpcom.start(XpcomOptions.defaults().withPlugins(folder))) {
      assertEquals(
          List.of(folder.resolve("greeter.jar"), folder.resolve("slow.jar")),
          other.plugins().list().stream().map(Plugin::location).toList());
      other.getService(ITS_OWN, nsIRunnable.class);
    }
  }

  @Test
  void isFoundWithTheHostsInjectorToo() throws Exception {
    jar();
    var options = XpcomOptions.defaults().withPlugins(folder);

    var injector = com.google.inject.Guice.createInjector(new XpcomModule(options));
    try (Xpcom other = injector.getInstance(Xpcom.class)) {
      other.getService(ITS_OWN, nsIRunnable.class);
      assertSame(other.plugins(), injector.getInstance(Plugins.class));
    }
  }

  @Test
  void isOfNoConcernToAnotherRegistry() throws Exception {
    xpcom.plugins().add(jar());

    try (Xpcom other = Xpcom.start()) {
      assertFalse(other.componentRegistrar().isContractIDRegistered(ITS_OWN));
      other.plugins().add(folder.resolve("greeter.jar"));
      assertNotSame(other.getService(ITS_OWN, nsIRunnable.class).getClass(), greeter().getClass());
    }
    greeter().run();
  }

  @Test
  void isNotReadAgainWhenItsFolderIs() throws Exception {
    jar();
    assertEquals(1, xpcom.plugins().addAll(folder).size());
    PluginJar.of("slow").writeTo(folder.resolve("slow.jar"));

    assertEquals(
        List.of(folder.resolve("slow.jar")),
        xpcom.plugins().addAll(folder).stream().map(Plugin::location).toList());
  }
}
