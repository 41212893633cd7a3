package org.xpcom4j.registry.loading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.inject.Guice;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.xpcom4j.interfaces.nsIConsoleListener;
import org.xpcom4j.interfaces.nsIConsoleMessage;
import org.xpcom4j.interfaces.nsIConsoleService;
import org.xpcom4j.interfaces.nsIEventTarget;
import org.xpcom4j.interfaces.nsIObserver;
import org.xpcom4j.interfaces.nsIObserverService;
import org.xpcom4j.interfaces.nsIRunnable;
import org.xpcom4j.interfaces.nsISupports;
import org.xpcom4j.registry.Xpcom;
import org.xpcom4j.registry.XpcomModule;
import org.xpcom4j.registry.plugin.Plugin;
import org.xpcom4j.registry.testing.Collected;
import org.xpcom4j.registry.testing.Heard;
import org.xpcom4j.registry.testing.PluginJar;
import org.xpcom4j.registry.testing.Threads;
import org.xpcom4j.result.XpcomException;

@DisplayName("Of a plug-in that was removed")
@Timeout(300)
@NullUnmarked // as everything that speaks to IDL
class PluginLeakTest {

  private static final String GREETER = "@plugin.org/greeter;1";

  @TempDir private Path folder;

  private Plugin add(Xpcom xpcom, String name) throws Exception {
    return xpcom.plugins().add(PluginJar.of(name).writeTo(folder.resolve(name + ".jar")));
  }

  /** Uses it in every way; returns what waits for its class loader. */
  private Collected use(Xpcom xpcom) {
    nsIRunnable service = xpcom.getService(GREETER, nsIRunnable.class);
    service.run();
    xpcom.createInstance(GREETER, nsIRunnable.class);
    xpcom.family("@plugin.org/", nsIRunnable.class).getService("greeter;1");
    observeWith(xpcom, (nsIObserver) service);
    runAsEvent(xpcom, service);
    return Collected.of(service.getClass().getClassLoader());
  }

  private static void observeWith(Xpcom xpcom, nsIObserver observer) {
    xpcom
        .getService(nsIObserverService.NS_OBSERVERSERVICE_CONTRACTID, nsIObserverService.class)
        .addObserver(observer, "another-topic", false);
  }

  private static void runAsEvent(Xpcom xpcom, nsIRunnable service) {
    nsIEventTarget main = xpcom.currentThread();
    main.dispatch(service, nsIEventTarget.DISPATCH_NORMAL);
    runWaitingEvents(xpcom);
  }

  private static void runWaitingEvents(Xpcom xpcom) {
    while (xpcom.currentThread().hasPendingEvents()) {
      xpcom.currentThread().processNextEvent(false);
    }
  }

  @Test
  void nothingStaysWhileTheRegistryGoesOn() throws Exception {
    try (Xpcom xpcom = Xpcom.start()) {
      Plugin plugin = add(xpcom, "greeter");
      Collected loader = use(xpcom);

      plugin.remove();

      loader.await();
      assertEquals(List.of(), Collected.onTheHeap("org.example.greeter"));
    }
  }

  @Test
  void somethingIsOnTheHeapBeforeOrElseTheTestsBesideProveNothing() throws Exception {
    try (Xpcom xpcom = Xpcom.start()) {
      add(xpcom, "greeter");
      use(xpcom);

      assertFalse(Collected.onTheHeap("org.example.greeter").isEmpty());
    }
  }

  @Test
  void nothingStaysInTheHostsInjector() throws Exception {
    var injector = Guice.createInjector(new XpcomModule());
    try (Xpcom xpcom = injector.getInstance(Xpcom.class)) {
      Plugin plugin = add(xpcom, "greeter");
      Collected loader = use(xpcom);

      plugin.remove();

      loader.await();
      assertEquals(List.of(), Collected.onTheHeap("org.example.greeter"));
    }
  }

  @Test
  void nothingStaysAfterTheRegistryIsClosed() throws Exception {
    Xpcom xpcom = Xpcom.start();
    Plugin plugin = add(xpcom, "greeter");
    Collected loader = use(xpcom);

    xpcom.close();

    loader.await();
    plugin.remove();
    assertEquals(List.of(), xpcom.contracts());
  }

  @Test
  void nothingStaysOfTheManyThatCameAndWent() throws Exception {
    try (Xpcom xpcom = Xpcom.start()) {
      var first = addUseAndRemove(xpcom);
      for (int round = 0; round < 20; round++) {
        addUseAndRemove(xpcom);
      }

      first.await();
      addUseAndRemove(xpcom).await();
      assertEquals(List.of(), Collected.onTheHeap("org.example.greeter"));
    }
  }

  private Collected addUseAndRemove(Xpcom xpcom) throws Exception {
    Plugin plugin = add(xpcom, "greeter");
    Collected loader = use(xpcom);
    plugin.remove();
    return loader;
  }

  @Test
  void noErrorKeepsIt() throws Exception {
    try (Xpcom xpcom = Xpcom.start()) {
      Plugin plugin = add(xpcom, "faulty");
      Collected loader = fail(xpcom);

      assertThrows(XpcomException.class, plugin::remove);

      loader.await();
    }
  }

  private static Collected fail(Xpcom xpcom) {
    for (String each : List.of("throwing", "broken", "broken", "throwing")) {
      assertThrows(
          XpcomException.class,
          () -> xpcom.getService("@plugin.org/" + each + ";1", nsIRunnable.class));
    }
    return Collected.of(
        xpcom
            .getService("@plugin.org/unclosable;1", nsIRunnable.class)
            .getClass()
            .getClassLoader());
  }

  @Test
  void noConsoleListenerOrMessageStays() throws Exception {
    try (Xpcom xpcom = Xpcom.start()) {
      var heard = Heard.of(xpcom, "plugin-says");
      Plugin plugin = add(xpcom, "chatty");
      nsIConsoleService console =
          xpcom.getService(nsIConsoleService.NS_CONSOLESERVICE_CONTRACTID, nsIConsoleService.class);
      Collected loader = chat(xpcom, console);
      assertEquals(List.of("told"), heard.data());

      plugin.remove();
      console.logStringMessage("hello");
      runWaitingEvents(xpcom);

      assertEquals(List.of("told"), heard.data());
      loader.await();
    }
  }

  private static Collected chat(Xpcom xpcom, nsIConsoleService console) {
    nsISupports chatty = xpcom.getService("@plugin.org/chatty;1", nsIConsoleMessage.class);
    console.registerListener((nsIConsoleListener) chatty);
    console.logMessage((nsIConsoleMessage) chatty);
    runWaitingEvents(xpcom);
    return Collected.of(chatty.getClass().getClassLoader());
  }

  @Test
  void noTimerOrThreadThatItLeftRunningKeepsIt() throws Exception {
    try (Xpcom xpcom = Xpcom.start()) {
      var heard = Heard.of(xpcom, "plugin-says");
      Plugin plugin = add(xpcom, "ticking");
      Collected loader = tick(xpcom);
      assertTrue(xpcom.currentThread().spinUntil(() -> !heard.data().isEmpty(), Threads.LIMIT));

      plugin.remove();
      runWaitingEvents(xpcom);

      loader.await();
    }
  }

  private static Collected tick(Xpcom xpcom) {
    return Collected.of(
        xpcom.getService("@plugin.org/ticking;1", nsIRunnable.class).getClass().getClassLoader());
  }
}
