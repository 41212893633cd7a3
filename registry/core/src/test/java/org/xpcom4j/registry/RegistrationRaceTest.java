package org.xpcom4j.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.xpcom4j.result.Nsresult.NS_ERROR_FACTORY_NOT_REGISTERED;
import static org.xpcom4j.result.Nsresult.NS_ERROR_ILLEGAL_DURING_SHUTDOWN;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.xpcom4j.interfaces.nsIFactory;
import org.xpcom4j.interfaces.nsIRunnable;
import org.xpcom4j.registry.sample.Contracts;
import org.xpcom4j.result.XpcomException;

@DisplayName("Look-ups while classes come and go")
@Timeout(120)
@NullUnmarked // as everything that implements IDL
class RegistrationRaceTest {

  private static final int ROUNDS = 2_000;
  private static final int READERS = 3;
  private static final String MINE = "@example.org/mine;1";

  private final Xpcom xpcom = Xpcom.start();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicBoolean over = new AtomicBoolean();

  @AfterEach
  void close() throws InterruptedException {
    over.set(true);
    threads.shutdown();
    assertEquals(true, threads.awaitTermination(60, TimeUnit.SECONDS), "threads are left");
    xpcom.close();
  }

  private List<Future<Integer>> read(Callable<Integer> once) {
    var readers = new ArrayList<Future<Integer>>();
    for (int i = 0; i < READERS; i++) {
      readers.add(
          threads.submit(
              () -> {
                int bad = 0;
                while (!over.get()) {
                  bad += once.call();
                }
                return bad;
              }));
    }
    return readers;
  }

  private void assertNothingBad(List<Future<Integer>> readers) throws Exception {
    over.set(true);
    for (Future<Integer> reader : readers) {
      assertEquals(0, reader.get(60, TimeUnit.SECONDS));
    }
  }

  /** Each round has its own object: one that is seen later was kept by mistake. */
  @Test
  void findAContractThatIsCoveredAndUncoveredAllTheTime() throws Exception {
    nsIRunnable below = xpcom.getService(Contracts.GREETER, nsIRunnable.class);
    Set<nsIRunnable> known = ConcurrentHashMap.newKeySet();
    known.add(below);
    List<Future<Integer>> readers =
        read(() -> known.contains(xpcom.getService(Contracts.GREETER, nsIRunnable.class)) ? 0 : 1);

    for (int round = 0; round < ROUNDS; round++) {
      nsIRunnable above = new Above();
      known.add(above);
      nsIFactory factory = Registrar.factory(() -> above);
      UUID cid = Registrar.register(xpcom, Contracts.GREETER, factory);
      assertSame(above, xpcom.getService(Contracts.GREETER, nsIRunnable.class));
      xpcom.componentRegistrar().unregisterFactory(cid, factory);
      assertSame(below, xpcom.getService(Contracts.GREETER, nsIRunnable.class));
    }

    assertNothingBad(readers);
  }

  private static final class Above implements nsIRunnable {
    @Override
    public void run() {}
  }

  @Test
  void haveAServiceOrHearThatItIsNotRegistered() throws Exception {
    List<Future<Integer>> readers =
        read(
            () -> {
              try {
                return xpcom.getService(MINE, nsIRunnable.class) instanceof Above ? 0 : 1;
              } catch (XpcomException refused) {
                return refused.result() == NS_ERROR_FACTORY_NOT_REGISTERED ? 0 : 1;
              }
            });

    for (int round = 0; round < ROUNDS; round++) {
      nsIFactory factory = Registrar.factory(Above::new);
      UUID cid = Registrar.register(xpcom, MINE, factory);
      xpcom.componentRegistrar().unregisterFactory(cid, factory);
    }

    assertNothingBad(readers);
    assertFalse(xpcom.componentRegistrar().isContractIDRegistered(MINE));
  }

  @Test
  void workOrHearThatTheRegistryCloses() throws Exception {
    Registrar.register(xpcom, MINE, Registrar.factory(Above::new));
    List<Future<Integer>> readers =
        read(
            () -> {
              try {
                xpcom.createInstance(MINE, nsIRunnable.class);
                xpcom.getService(Contracts.GREETER, nsIRunnable.class);
                xpcom.contracts();
                return 0;
              } catch (XpcomException refused) {
                over.set(refused.result() == NS_ERROR_ILLEGAL_DURING_SHUTDOWN);
                return refused.result() == NS_ERROR_ILLEGAL_DURING_SHUTDOWN ? 0 : 1;
              }
            });

    xpcom.close();

    assertNothingBad(readers);
  }
}
