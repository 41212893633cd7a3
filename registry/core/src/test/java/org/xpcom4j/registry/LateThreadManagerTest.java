package org.xpcom4j.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.xpcom4j.interfaces.nsIRunnable;
import org.xpcom4j.interfaces.nsIThreadManager;
import org.xpcom4j.registry.thread.EventLoop;

@DisplayName("the thread manager, made when it is needed,")
@Timeout(300)
class LateThreadManagerTest {

  private static final String CONTRACT = "@example.org/closing;1";

  private final Xpcom xpcom = Xpcom.start();

  private boolean isMade() {
    return xpcom
        .serviceManager()
        .isServiceInstantiatedByContractID(
            nsIThreadManager.NS_THREADMANAGER_CONTRACTID,
            org.xpcom4j.metadata.Interfaces.iid(nsIThreadManager.class));
  }

  /** A service that runs something when it is closed. */
  private record Closing(Runnable atEnd) implements nsIRunnable, AutoCloseable {
    @Override
    public void run() {}

    @Override
    public void close() {
      atEnd.run();
    }
  }

  @Test
  void takesTheStartingThreadAsMainThreadAlsoWhenAnotherThreadNeedsItFirst() throws Exception {
    try (xpcom) {
      assertFalse(isMade());
      EventLoop main = CompletableFuture.supplyAsync(xpcom::mainThread).get(60, TimeUnit.SECONDS);

      assertTrue(main.isOnCurrentThread());
      assertSame(main, xpcom.currentThread());
    }
  }

  @Test
  void isReleasedAfterServicesThatWereMadeBeforeIt() {
    var events = new ArrayList<String>();
    Registrar.register(
        xpcom,
        CONTRACT,
        new Closing(
            () -> {
              EventLoop loop = xpcom.currentThread();
              loop.dispatch(() -> events.add("ran"), 0);
              loop.processNextEvent(false);
            }));
    xpcom.getService(CONTRACT, nsIRunnable.class);
    assertFalse(isMade());
    xpcom.currentThread();

    xpcom.close();
    assertEquals(List.of("ran"), events);
  }

  @Test
  void isThereForServicesThatNeedItFirstWhenTheyAreReleased() {
    var events = new ArrayList<Boolean>();
    Registrar.register(
        xpcom, CONTRACT, new Closing(() -> events.add(xpcom.mainThread().isOnCurrentThread())));
    xpcom.getService(CONTRACT, nsIRunnable.class);
    assertFalse(isMade());

    xpcom.close();
    assertEquals(List.of(true), events);
  }
}
