package org.xpcom4j.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.xpcom4j.result.Nsresult.NS_ERROR_FACTORY_NOT_REGISTERED;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.xpcom4j.interfaces.nsIFactory;
import org.xpcom4j.interfaces.nsIRunnable;
import org.xpcom4j.registry.sample.Contracts;
import org.xpcom4j.result.XpcomException;

@DisplayName("unregisterFactory while that service is being made")
@Timeout(60)
@NullUnmarked // as everything that implements IDL
class UnregisteringTest {

  private static final UUID CID = UUID.fromString("5bb1a6b2-7a0b-4f0e-9a52-0a4b1d8f6c11");

  private final Xpcom xpcom = Xpcom.start();
  private final List<String> closed = new ArrayList<>();

  @AfterEach
  void close() {
    xpcom.close();
  }

  private final class Late implements nsIRunnable, AutoCloseable {
    @Override
    public void run() {}

    @Override
    public void close() {
      closed.add("late");
    }
  }

  /** Registers a class that is unregistered by its own making. */
  private nsIRunnable registerAndUnregisterWithin(String contractId) {
    var self = new AtomicReference<nsIFactory>();
    var service = new Late();
    self.set(
        Registrar.factory(
            () -> {
              xpcom.componentRegistrar().unregisterFactory(CID, self.get());
              return service;
            }));
    xpcom.componentRegistrar().registerFactory(CID, "", contractId, self.get());
    return service;
  }

  @Test
  void givesTheServiceToItsMakerOnly() {
    nsIRunnable service = registerAndUnregisterWithin("@example.org/late;1");

    assertSame(service, xpcom.getService("@example.org/late;1", nsIRunnable.class));

    assertFalse(xpcom.componentRegistrar().isCIDRegistered(CID));
    var e =
        assertThrows(
            XpcomException.class, () -> xpcom.getService("@example.org/late;1", nsIRunnable.class));
    assertEquals(NS_ERROR_FACTORY_NOT_REGISTERED, e.result());
  }

  @Test
  void uncoversWhatWasBelowAtOnce() {
    nsIRunnable below = xpcom.getService(Contracts.GREETER, nsIRunnable.class);
    registerAndUnregisterWithin(Contracts.GREETER);

    xpcom.getService(Contracts.GREETER, nsIRunnable.class);

    assertSame(below, xpcom.getService(Contracts.GREETER, nsIRunnable.class));
  }

  @Test
  void serviceThatNobodyFindsAnyMoreIsClosedAtTheEnd() {
    registerAndUnregisterWithin("@example.org/late;1");
    xpcom.getService("@example.org/late;1", nsIRunnable.class);
    assertEquals(List.of(), closed);

    xpcom.close();

    assertEquals(List.of("late"), closed);
  }

  @Test
  void threadThatWaitedGetsWhatTheContractMeansNow() throws Exception {
    nsIRunnable below = xpcom.getService(Contracts.GREETER, nsIRunnable.class);

    assertSame(below, askedByAWaitingThread(Contracts.GREETER).get());
  }

  @Test
  void threadThatWaitedForAContractThatIsGoneIsTold() throws Exception {
    var asked = askedByAWaitingThread("@example.org/late;1");

    var e = assertThrows(ExecutionException.class, asked::get);
    assertEquals(
        NS_ERROR_FACTORY_NOT_REGISTERED,
        assertInstanceOf(XpcomException.class, e.getCause()).result());
  }

  /** Asks on a thread that waits for the service by the time its class is unregistered. */
  private FutureTask<nsIRunnable> askedByAWaitingThread(String contractId) {
    var self = new AtomicReference<nsIFactory>();
    var calls = new AtomicInteger();
    var asked = new FutureTask<>(() -> xpcom.getService(contractId, nsIRunnable.class));
    var asking = new Thread(asked, "asking");
    self.set(
        Registrar.factory(
            () -> {
              assertEquals(1, calls.incrementAndGet(), "made more than once");
              asking.start();
              while (asking.getState() != Thread.State.TIMED_WAITING) {
                Thread.onSpinWait();
              }
              xpcom.componentRegistrar().unregisterFactory(CID, self.get());
              return new Late();
            }));
    xpcom.componentRegistrar().registerFactory(CID, "", contractId, self.get());
    assertTrue(xpcom.getService(contractId, nsIRunnable.class) instanceof Late);
    return asked;
  }
}
