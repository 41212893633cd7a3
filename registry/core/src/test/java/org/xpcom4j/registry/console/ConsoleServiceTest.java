package org.xpcom4j.registry.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.xpcom4j.result.Nsresult.NS_ERROR_FAILURE;
import static org.xpcom4j.result.Nsresult.NS_ERROR_ILLEGAL_VALUE;
import static org.xpcom4j.result.Nsresult.NS_ERROR_NOT_SAME_THREAD;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.xpcom4j.interfaces.nsIConsoleListener;
import org.xpcom4j.interfaces.nsIConsoleMessage;
import org.xpcom4j.interfaces.nsIConsoleService;
import org.xpcom4j.registry.Xpcom;
import org.xpcom4j.registry.XpcomOptions;
import org.xpcom4j.result.XpcomException;

@DisplayName("the console service")
@NullUnmarked // null arguments are part of it
class ConsoleServiceTest {

  private final Xpcom xpcom = Xpcom.start();
  private final nsIConsoleService console = consoleOf(xpcom);

  @AfterEach
  void close() {
    xpcom.close();
  }

  private static nsIConsoleService consoleOf(Xpcom xpcom) {
    return xpcom.getService(
        nsIConsoleService.NS_CONSOLESERVICE_CONTRACTID, nsIConsoleService.class);
  }

  @Test
  void keepsMessagesOldestFirst() {
    console.logStringMessage("one");
    console.logStringMessage("two");

    long[] count = {-1};
    assertEquals(List.of("one", "two"), texts(console.getMessageArray(count)));
    assertEquals(2, count[0]);
  }

  @Test
  void keepsTheLatest250() {
    for (int i = 0; i <= 250; i++) {
      console.logStringMessage("message " + i);
    }

    List<String> kept = texts(console.getMessageArray());

    assertEquals(250, kept.size());
    assertEquals("message 1", kept.get(0));
    assertEquals("message 250", kept.get(249));
  }

  @Test
  void textIsAMessageOfLevelInfoWithTheTime() {
    long before = System.currentTimeMillis();
    console.logStringMessage("Gr\u00fc\u00dfe");
    long after = System.currentTimeMillis();

    nsIConsoleMessage message = console.getMessageArray()[0];
    assertEquals("Gr\u00fc\u00dfe", message.getMessage());
    assertEquals("Gr\u00fc\u00dfe", message.toString_());
    assertEquals(nsIConsoleMessage.info, message.getLogLevel());
    assertEquals(message.getTimeStamp(), Math.max(before, Math.min(after, message.getTimeStamp())));
  }

  @Test
  void resetForgetsMessages() {
    console.logStringMessage("one");

    console.reset();

    assertEquals(0, console.getMessageArray().length);
  }

  @Test
  void nullIsRefused() {
    refuses(NS_ERROR_ILLEGAL_VALUE, () -> console.logMessage(null));
    refuses(NS_ERROR_ILLEGAL_VALUE, () -> console.logStringMessage(null));
    refuses(NS_ERROR_ILLEGAL_VALUE, () -> console.registerListener(null));
    refuses(NS_ERROR_ILLEGAL_VALUE, () -> console.unregisterListener(null));
  }

  @Test
  void listenersHearLaterAndInTheirOrder() {
    var heard = new ArrayList<String>();
    console.registerListener(message -> heard.add("first " + message.getMessage()));
    console.registerListener(message -> heard.add("second " + message.getMessage()));

    console.logStringMessage("news");

    assertEquals(List.of(), heard);
    runEvents();
    assertEquals(List.of("first news", "second news"), heard);
  }

  @Test
  void listenersHearWhatOtherThreadsLogOnTheMainThread() throws Exception {
    var heard = new ArrayList<Boolean>();
    console.registerListener(message -> heard.add(xpcom.mainThread().isOnCurrentThread()));

    CompletableFuture.runAsync(() -> console.logStringMessage("from elsewhere"))
        .get(60, TimeUnit.SECONDS);
    runEvents();

    assertEquals(List.of(true), heard);
  }

  @Test
  void listenerThatThrowsKeepsNobodyFromHearing() {
    var heard = new ArrayList<String>();
    console.registerListener(
        message -> {
          throw new IllegalStateException("on purpose");
        });
    console.registerListener(message -> heard.add(message.getMessage()));

    console.logStringMessage("news");
    runEvents();

    assertEquals(List.of("news"), heard);
  }

  @Test
  void listenerMayNotLogWhatWouldNeverEnd() {
    var results = new ArrayList<Long>();
    console.registerListener(
        message -> {
          var e =
              assertThrows(XpcomException.class, () -> console.logStringMessage("again and again"));
          results.add(e.result());
        });

    console.logStringMessage("news");
    runEvents();

    assertEquals(List.of(NS_ERROR_FAILURE), results);
    assertEquals(List.of("news"), texts(console.getMessageArray()));
  }

  @Test
  void listenerIsRegisteredOnceAndUnregisteredOnce() {
    nsIConsoleListener listener = message -> {};
    refuses(NS_ERROR_FAILURE, () -> console.unregisterListener(listener));
    console.registerListener(listener);
    refuses(NS_ERROR_FAILURE, () -> console.registerListener(listener));
    console.unregisterListener(listener);
    refuses(NS_ERROR_FAILURE, () -> console.unregisterListener(listener));
  }

  @Test
  void listsAndListenersAreForTheMainThread() throws Exception {
    CompletableFuture.runAsync(
            () -> {
              refuses(NS_ERROR_NOT_SAME_THREAD, () -> console.getMessageArray());
              refuses(NS_ERROR_NOT_SAME_THREAD, () -> console.registerListener(message -> {}));
              refuses(NS_ERROR_NOT_SAME_THREAD, () -> console.unregisterListener(message -> {}));
            })
        .get(60, TimeUnit.SECONDS);
  }

  @Test
  void preferencesSwitchItOff() {
    try (Xpcom quiet = startWith("consoleservice.enabled")) {
      consoleOf(quiet).logStringMessage("into the void");

      assertEquals(0, consoleOf(quiet).getMessageArray().length);
    }
  }

  @Test
  void preferencesKeepItFromKeepingMessages() {
    try (Xpcom unbuffered = startWith("consoleservice.buffered")) {
      var heard = new ArrayList<String>();
      nsIConsoleService service = consoleOf(unbuffered);
      service.registerListener(message -> heard.add(message.getMessage()));

      service.logStringMessage("news");
      unbuffered.mainThread().spinUntil(() -> !heard.isEmpty());

      assertEquals(List.of("news"), heard);
      assertEquals(0, service.getMessageArray().length);
    }
  }

  private static Xpcom startWith(String preferenceThatIsFalse) {
    return Xpcom.start(
        XpcomOptions.defaults().withPreferences(Map.of(preferenceThatIsFalse, false)));
  }

  private void runEvents() {
    boolean ran = true;
    while (ran) {
      ran = xpcom.mainThread().processNextEvent(false);
    }
  }

  private static List<String> texts(nsIConsoleMessage... messages) {
    return Arrays.stream(messages).map(nsIConsoleMessage::getMessage).toList();
  }

  private static void refuses(long result, Executable call) {
    assertEquals(result, assertThrows(XpcomException.class, call).result());
  }
}
