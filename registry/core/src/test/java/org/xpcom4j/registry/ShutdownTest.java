package org.xpcom4j.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.xpcom4j.result.Nsresult.NS_ERROR_FAILURE;
import static org.xpcom4j.result.Nsresult.NS_ERROR_ILLEGAL_DURING_SHUTDOWN;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import org.xpcom4j.interfaces.nsIObserver;
import org.xpcom4j.interfaces.nsIObserverService;
import org.xpcom4j.interfaces.nsIRunnable;
import org.xpcom4j.interfaces.nsISupports;
import org.xpcom4j.registry.sample.Contracts;
import org.xpcom4j.result.XpcomException;

@DisplayName("close")
@Timeout(300)
class ShutdownTest {

  private static final String FIRST = "@example.org/first;1";
  private static final String SECOND = "@example.org/second;1";

  private final Xpcom xpcom = Xpcom.start();
  private final List<String> events = new ArrayList<>();

  /** A service that says when it is closed. */
  private final class Closing implements nsIRunnable, AutoCloseable {
    private final String name;

    Closing(String name) {
      this.name = name;
    }

    @Override
    public void run() {}

    @Override
    public void close() {
      events.add("closed " + name);
    }
  }

  /** A service that cannot be closed. */
  private static final class Stubborn implements nsIRunnable, AutoCloseable {
    @Override
    public void run() {}

    @Override
    public void close() {
      throw new IllegalStateException("not now");
    }
  }

  @Test
  void observersAreToldFirstAndServicesClosedInReverseOrder() {
    Registrar.register(xpcom, FIRST, new Closing("first"));
    Registrar.register(xpcom, SECOND, new Closing("second"));
    xpcom.getService(SECOND, nsIRunnable.class);
    xpcom.getService(FIRST, nsIRunnable.class);
    for (String topic :
        List.of(
            "xpcom-shutdown-loaders",
            "xpcom-will-shutdown",
            "xpcom-shutdown",
            "xpcom-shutdown-threads")) {
      observe(topic, () -> events.add(topic));
    }

    xpcom.close();

    assertEquals(
        List.of(
            "xpcom-will-shutdown",
            "xpcom-shutdown",
            "xpcom-shutdown-threads",
            "closed first",
            "closed second",
            "xpcom-shutdown-loaders"),
        events);
  }

  @Test
  void observersGetTheServiceManagerAndMayStillMakeServices() {
    var subjects = new ArrayList<nsISupports>();
    observers()
        .addObserver(
            (subject, topic, data) -> {
              subjects.add(subject);
              subjects.add(xpcom.getService(Contracts.GREETER, nsIRunnable.class));
            },
            "xpcom-shutdown",
            false);

    xpcom.close();

    assertSame(xpcom.serviceManager(), subjects.get(0));
    assertEquals(2, subjects.size());
  }

  @Test
  void eventsThatWaitOnTheClosingThreadStillRun() {
    xpcom.currentThread().dispatch(() -> events.add("event"), 0);

    xpcom.close();

    assertEquals(List.of("event"), events);
  }

  @Test
  void nothingCanBeHadAfterwards() {
    xpcom.close();

    refused(() -> xpcom.getService(Contracts.GREETER, nsIRunnable.class));
    refused(() -> xpcom.createInstance(Contracts.COUNTER, nsIRunnable.class));
    refused(() -> xpcom.getService(UUID.fromString(Contracts.GREETER_CID), nsIRunnable.class));
    refused(() -> xpcom.currentThread());
    refused(() -> xpcom.componentRegistrar().isContractIDRegistered(Contracts.GREETER));
    assertEquals(List.of(), xpcom.contracts());
  }

  @Test
  void serviceThatIsClosedFindsThoseBelowItButMakesNothingNew() {
    var found = new ArrayList<Object>();
    Registrar.register(xpcom, FIRST, new Closing("first"));
    nsIRunnable below = xpcom.getService(FIRST, nsIRunnable.class);
    Registrar.register(
        xpcom,
        SECOND,
        new ClosingWith(
            () -> {
              found.add(xpcom.getService(FIRST, nsIRunnable.class));
              refused(() -> xpcom.createInstance(Contracts.COUNTER, nsIRunnable.class));
              refused(() -> xpcom.getService(Contracts.GREETER, nsIRunnable.class));
            }));
    xpcom.getService(SECOND, nsIRunnable.class);

    xpcom.close();

    assertEquals(List.of(below), found);
  }

  /** A service with something to do at the end. */
  private record ClosingWith(Runnable work) implements nsIRunnable, AutoCloseable {
    @Override
    public void run() {}

    @Override
    public void close() {
      work.run();
    }
  }

  @Test
  void failuresAreToldAfterEverythingWasTried() {
    Registrar.register(xpcom, FIRST, new Closing("first"));
    Registrar.register(xpcom, SECOND, new Stubborn());
    xpcom.getService(FIRST, nsIRunnable.class);
    xpcom.getService(SECOND, nsIRunnable.class);

    var e = assertThrows(XpcomException.class, xpcom::close);

    assertEquals(NS_ERROR_FAILURE, e.result());
    assertTrue(e.getMessage().contains("not now"), e.getMessage());
    assertEquals(List.of("closed first"), events);
  }

  @Test
  void anErrorKeepsNoOtherServiceOpen() {
    var broken = new LinkageError("a class is gone");
    Registrar.register(xpcom, FIRST, new Closing("first"));
    Registrar.register(
        xpcom,
        SECOND,
        new ClosingWith(
            () -> {
              throw broken;
            }));
    xpcom.getService(FIRST, nsIRunnable.class);
    xpcom.getService(SECOND, nsIRunnable.class);

    var e = assertThrows(XpcomException.class, xpcom::close);

    assertSame(broken, e.getCause());
    assertEquals(List.of("closed first"), events);
  }

  @Test
  void secondCloseDoesNothing() {
    Registrar.register(xpcom, FIRST, new Closing("first"));
    xpcom.getService(FIRST, nsIRunnable.class);

    xpcom.close();
    xpcom.close();

    assertEquals(List.of("closed first"), events);
  }

  @Test
  void serviceThatIsFinishedTooLateIsClosedAndRefused() throws Exception {
    var making = new CountDownLatch(1);
    var closed = new CountDownLatch(1);
    Registrar.register(
        xpcom,
        FIRST,
        Registrar.factory(
            () -> {
              making.countDown();
              awaitUninterruptibly(closed);
              return new Closing("late");
            }));
    var asked = new FutureTask<>(() -> xpcom.getService(FIRST, nsIRunnable.class));
    var asking = new Thread(asked);
    asking.start();
    making.await();

    xpcom.close();
    closed.countDown();

    var e = assertThrows(ExecutionException.class, asked::get);
    assertEquals(
        NS_ERROR_ILLEGAL_DURING_SHUTDOWN,
        assertInstanceOf(XpcomException.class, e.getCause()).result());
    asking.join();
    assertEquals(List.of("closed late"), events);
  }

  @Test
  void registryCanBeStartedAgain() {
    nsIRunnable before = xpcom.getService(Contracts.GREETER, nsIRunnable.class);
    xpcom.close();

    try (Xpcom again = Xpcom.start()) {
      assertNotSame(before, again.getService(Contracts.GREETER, nsIRunnable.class));
    }
  }

  private nsIObserverService observers() {
    return xpcom.getService(
        nsIObserverService.NS_OBSERVERSERVICE_CONTRACTID, nsIObserverService.class);
  }

  private void observe(String topic, Runnable work) {
    nsIObserver observer = (subject, heard, data) -> work.run();
    observers().addObserver(observer, topic, false);
  }

  private static void refused(Executable call) {
    assertEquals(
        NS_ERROR_ILLEGAL_DURING_SHUTDOWN, assertThrows(XpcomException.class, call).result());
  }

  private static void awaitUninterruptibly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }
}
