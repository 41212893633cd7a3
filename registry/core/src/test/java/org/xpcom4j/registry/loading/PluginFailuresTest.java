package org.xpcom4j.registry.loading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.xpcom4j.result.Nsresult.NS_ERROR_FACTORY_NOT_LOADED;
import static org.xpcom4j.result.Nsresult.NS_ERROR_FACTORY_NOT_REGISTERED;
import static org.xpcom4j.result.Nsresult.NS_ERROR_FAILURE;
import static org.xpcom4j.result.Nsresult.NS_ERROR_FILE_CORRUPTED;
import static org.xpcom4j.result.Nsresult.NS_ERROR_FILE_NOT_FOUND;
import static org.xpcom4j.result.Nsresult.NS_ERROR_ILLEGAL_VALUE;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xpcom4j.interfaces.nsIConsoleMessage;
import org.xpcom4j.interfaces.nsIConsoleService;
import org.xpcom4j.interfaces.nsIObserver;
import org.xpcom4j.interfaces.nsIObserverService;
import org.xpcom4j.interfaces.nsIRunnable;
import org.xpcom4j.registry.Xpcom;
import org.xpcom4j.registry.XpcomOptions;
import org.xpcom4j.registry.plugin.Plugin;
import org.xpcom4j.registry.testing.Heard;
import org.xpcom4j.registry.testing.PluginJar;
import org.xpcom4j.registry.testing.Threads;
import org.xpcom4j.result.XpcomException;

@DisplayName("A plug-in that is wrong")
@Timeout(120)
@NullUnmarked // null arguments are part of it
class PluginFailuresTest {

  private static final String SLOW = "@plugin.org/slow;1";

  @RegisterExtension private final Threads threads = new Threads();
  @TempDir private Path folder;

  private final Xpcom xpcom = Xpcom.start();

  @AfterEach
  void close() {
    xpcom.close();
  }

  private Plugin add(String name) throws Exception {
    return xpcom.plugins().add(PluginJar.of(name).writeTo(folder.resolve(name + ".jar")));
  }

  /** Refused as a whole: nothing may be left of it. */
  private XpcomException refuses(Path location) {
    List<String> before = xpcom.contracts().stream().map(Object::toString).toList();
    var refused = assertThrows(XpcomException.class, () -> xpcom.plugins().add(location));
    assertEquals(before, xpcom.contracts().stream().map(Object::toString).toList());
    assertEquals(List.of(), xpcom.plugins().list());
    return refused;
  }

  private XpcomException fails(String contractId) {
    return assertThrows(
        XpcomException.class, () -> xpcom.getService(contractId, nsIRunnable.class));
  }

  @Test
  void becauseItIsNull() {
    assertEquals(NS_ERROR_ILLEGAL_VALUE, refuses(null).result());
  }

  @Test
  void becauseItIsNotThere() {
    assertEquals(NS_ERROR_FILE_NOT_FOUND, refuses(folder.resolve("no.jar")).result());
  }

  @Test
  void becauseItsFolderHasNoManifest() {
    var refused = refuses(folder);

    assertEquals(NS_ERROR_FILE_NOT_FOUND, refused.result());
    assertTrue(refused.getMessage().contains("hint: addAll"), refused.getMessage());
  }

  @Test
  void becauseItIsNoJar() throws Exception {
    Path jar = Files.writeString(folder.resolve("text.jar"), "this is no jar");

    assertEquals(NS_ERROR_FILE_CORRUPTED, refuses(jar).result());
  }

  @Test
  void becauseItsJarIsCutOff() throws Exception {
    Path jar = PluginJar.of("greeter").writeTo(folder.resolve("cut.jar"));
    byte[] all = Files.readAllBytes(jar);
    Files.write(jar, java.util.Arrays.copyOf(all, all.length / 2));

    assertEquals(NS_ERROR_FILE_CORRUPTED, refuses(jar).result());
  }

  @Test
  void becauseItsTableThrows() throws Exception {
    var refused = refuses(PluginJar.of("badtable").writeTo(folder.resolve("badtable.jar")));

    assertEquals(NS_ERROR_FACTORY_NOT_LOADED, refused.result());
    assertTrue(
        refused
            .getMessage()
            .endsWith(
                "component table of plug-in badtable.jar cannot be used:"
                    + " java.lang.UnsupportedOperationException: no size"),
        refused.getMessage());
  }

  @Test
  void becauseItsTableIsMissing() throws Exception {
    var jar = PluginJar.of("greeter").without(path -> path.endsWith("Components.class"));

    var refused = refuses(jar.writeTo(folder.resolve("missing.jar")));

    assertEquals(NS_ERROR_FACTORY_NOT_LOADED, refused.result());
    assertTrue(
        refused.getMessage().contains("org.example.greeter.Components"), refused.getMessage());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"text.jar", "badtable.jar", "folder"})
  void isReportedAtTheStartAndKeepsNoOtherOut(String wrong) throws Exception {
    Files.writeString(folder.resolve("text.jar"), "this is no jar");
    PluginJar.of("badtable").writeTo(folder.resolve("badtable.jar"));
    PluginJar.of("slow").writeTo(folder.resolve("slow.jar"));
    Path missing = folder.resolve("folder");

    try (Xpcom other = Xpcom.start(XpcomOptions.defaults().withPlugins(missing, folder))) {
      assertEquals(
          List.of(folder.resolve("slow.jar")),
          other.plugins().list().stream().map(Plugin::location).toList());
      nsIConsoleMessage[] told =
          other
              .getService(nsIConsoleService.NS_CONSOLESERVICE_CONTRACTID, nsIConsoleService.class)
              .getMessageArray(null);
      assertTrue(
          List.of(told).stream()
              .anyMatch(
                  message ->
                      message
                          .getMessage()
                          .startsWith("plug-in " + folder.resolve(wrong) + " is left out: ")),
          () -> List.of(told).toString());
    }
  }

  @Test
  void becauseItsConstructorThrowsFailsWhenItIsMade() throws Exception {
    add("faulty");

    var failure = fails("@plugin.org/throwing;1");

    assertEquals(NS_ERROR_FAILURE, failure.result());
    assertEquals("not today", failure.getCause().getMessage());
    assertTrue(
        failure.getMessage().contains("registered by: component table in plug-in faulty.jar"),
        failure.getMessage());
  }

  @Test
  void becauseItsInitialiserFailsSaysTheSameEachTime() throws Exception {
    add("faulty");

    var first = fails("@plugin.org/broken;1");
    var second = fails("@plugin.org/broken;1");

    assertEquals(NS_ERROR_FACTORY_NOT_REGISTERED, first.result());
    assertEquals(first.getMessage(), second.getMessage());
  }

  @Test
  void becauseAClassIsMissingFailsWhenItIsMade() throws Exception {
    var jar = PluginJar.of("faulty").without(path -> path.endsWith("/Part.class"));
    xpcom.plugins().add(jar.writeTo(folder.resolve("faulty.jar")));

    var failure = fails("@plugin.org/incomplete;1");

    assertEquals(NS_ERROR_FACTORY_NOT_REGISTERED, failure.result());
    assertTrue(failure.getMessage().contains("org/example/faulty/Part"), failure.getMessage());
  }

  @Test
  void becauseItsServiceDoesNotCloseIsGoneAllTheSame() throws Exception {
    Plugin plugin = add("faulty");
    xpcom.getService("@plugin.org/unclosable;1", nsIRunnable.class);

    var failure = assertThrows(XpcomException.class, plugin::remove);

    assertEquals(NS_ERROR_FAILURE, failure.result());
    assertEquals("will not close", failure.getCause().getMessage());
    assertEquals(List.of(), xpcom.plugins().list());
    assertEquals(NS_ERROR_FACTORY_NOT_REGISTERED, fails("@plugin.org/unclosable;1").result());
    plugin.remove(); // says nothing more
  }

  /** The constructor of the slow service waits until the plug-in is gone. */
  @Test
  void becauseItIsRemovedWhileItsServiceIsMadeClosesItAndGivesItToNobody() throws Exception {
    Plugin plugin = add("slow");
    var heard = Heard.of(xpcom, "plugin-closes");
    var begun = new CountDownLatch(1);
    var removed = new CountDownLatch(1);
    observeBeginnings(
        (subject, topic, data) -> {
          begun.countDown();
          awaitIn(removed);
        });
    var makers = new AtomicReference<XpcomException>();
    var waiters = new AtomicReference<XpcomException>();
    threads.start(() -> makers.set(fails(SLOW)));
    Threads.await(begun);
    threads.start(() -> waiters.set(fails(SLOW)));

    plugin.remove();
    removed.countDown();
    threads.joinAll();

    assertEquals(NS_ERROR_FACTORY_NOT_REGISTERED, makers.get().result());
    assertEquals(NS_ERROR_FACTORY_NOT_REGISTERED, waiters.get().result());
    assertEquals(List.of("slow"), heard.data());
  }

  @Test
  void becauseItRemovesItselfInAConstructorIsRefusedThere() throws Exception {
    Plugin plugin = add("slow");
    observeBeginnings((subject, topic, data) -> plugin.remove());

    assertEquals(NS_ERROR_FACTORY_NOT_REGISTERED, fails(SLOW).result());
    assertEquals(List.of(), xpcom.plugins().list());
  }

  @Test
  void becauseItIsRemovedWhileTheRegistryClosesIsClosedOnce() throws Exception {
    Plugin plugin = add("slow");
    var heard = Heard.of(xpcom, "plugin-closes");
    nsIRunnable service = xpcom.getService(SLOW, nsIRunnable.class);
    assertSame(service, xpcom.getService(SLOW, nsIRunnable.class));
    observers().addObserver((subject, topic, data) -> plugin.remove(), "xpcom-shutdown", false);

    xpcom.close();

    assertTrue(plugin.isRemoved());
    assertEquals(List.of("slow"), heard.data());
  }

  private void observeBeginnings(nsIObserver observer) {
    observers().addObserver(observer, "plugin-begins", false);
  }

  private nsIObserverService observers() {
    return xpcom.getService(
        nsIObserverService.NS_OBSERVERSERVICE_CONTRACTID, nsIObserverService.class);
  }

  private static void awaitIn(CountDownLatch latch) {
    try {
      Threads.await(latch);
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }
}
