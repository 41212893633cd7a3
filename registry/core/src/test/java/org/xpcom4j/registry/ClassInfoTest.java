package org.xpcom4j.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.xpcom4j.result.Nsresult.NS_ERROR_FAILURE;
import static org.xpcom4j.result.Nsresult.NS_ERROR_NOT_IMPLEMENTED;
import static org.xpcom4j.result.Nsresult.NS_ERROR_NOT_SAME_THREAD;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.xpcom4j.interfaces.nsIClassInfo;
import org.xpcom4j.interfaces.nsIFactory;
import org.xpcom4j.interfaces.nsIRunnable;
import org.xpcom4j.interfaces.nsISupports;
import org.xpcom4j.metadata.Interfaces;
import org.xpcom4j.registry.sample.Contracts;
import org.xpcom4j.result.XpcomException;

@DisplayName("class info")
@NullUnmarked // as everything that implements IDL
class ClassInfoTest {

  private static final String MINE = "@example.org/mine;1";

  private final Xpcom xpcom = Xpcom.start();

  @AfterEach
  void close() {
    xpcom.close();
  }

  @Test
  void ofAComponentIsWhatItsAnnotationSays() {
    nsIClassInfo info =
        xpcom
            .componentManager()
            .getClassObjectByContractID(Contracts.MAIN_ONLY, nsIClassInfo.class);

    assertEquals(UUID.fromString(Contracts.MAIN_ONLY_CID), info.getClassID());
    assertEquals(Contracts.MAIN_ONLY, info.getContractID());
    assertEquals("org.xpcom4j.registry.sample.MainThreadOnly", info.getClassDescription());
    assertEquals(nsIClassInfo.MAIN_THREAD_ONLY | nsIClassInfo.SINGLETON, info.getFlags());
    long[] count = {-1};
    assertEquals(
        List.of(Interfaces.iid(nsIRunnable.class), Interfaces.iid(nsISupports.class)),
        List.of(info.getInterfaces(count)));
    assertEquals(2, count[0]);
    assertNull(info.getScriptableHelper());
  }

  @Nested
  @DisplayName("of a component for the main thread")
  class MainThreadOnly {

    @Test
    void letsTheMainThreadHaveIt() {
      assertSame(
          xpcom.getService(Contracts.MAIN_ONLY, nsIRunnable.class),
          xpcom.getService(Contracts.MAIN_ONLY, nsIRunnable.class));
      xpcom.createInstance(Contracts.MAIN_ONLY, nsIRunnable.class);
    }

    @Test
    void refusesOtherThreadsAnInstance() throws Exception {
      elsewhere(
          () ->
              refuses(
                  NS_ERROR_NOT_SAME_THREAD,
                  () -> xpcom.createInstance(Contracts.MAIN_ONLY, nsIRunnable.class)));
    }

    @Test
    void refusesOtherThreadsTheServiceBeforeItExistsAndAfterwards() throws Exception {
      Executable look = () -> xpcom.getService(Contracts.MAIN_ONLY, nsIRunnable.class);
      elsewhere(() -> refuses(NS_ERROR_NOT_SAME_THREAD, look));

      xpcom.getService(Contracts.MAIN_ONLY, nsIRunnable.class);

      elsewhere(() -> refuses(NS_ERROR_NOT_SAME_THREAD, look));
      elsewhere(
          () ->
              refuses(
                  NS_ERROR_NOT_SAME_THREAD,
                  () ->
                      xpcom
                          .serviceManager()
                          .getServiceByContractID(Contracts.MAIN_ONLY, nsIRunnable.class)));
    }

    @Test
    void namesBothThreadsAndTheWayOut() throws Exception {
      String main = Thread.currentThread().getName();
      elsewhere(
          () -> {
            var e =
                assertThrows(
                    XpcomException.class,
                    () -> xpcom.getService(Contracts.MAIN_ONLY, nsIRunnable.class));
            assertTrue(e.getMessage().contains("main thread: " + main), e.getMessage());
            assertTrue(
                e.getMessage().contains("asked on: " + Thread.currentThread().getName()),
                e.getMessage());
            assertTrue(e.getMessage().contains("xpcom.mainThread()"), e.getMessage());
          });
    }
  }

  @Nested
  @DisplayName("of a factory that is registered at run time")
  class AtRunTime {

    @Test
    void isHeededIfTheFactoryHasIt() throws Exception {
      Registrar.register(xpcom, MINE, new Informed(() -> nsIClassInfo.MAIN_THREAD_ONLY));

      elsewhere(
          () ->
              refuses(
                  NS_ERROR_NOT_SAME_THREAD, () -> xpcom.createInstance(MINE, nsIRunnable.class)));
    }

    @Test
    void thatDoesNotSayAllowsEverything() throws Exception {
      Registrar.register(
          xpcom,
          MINE,
          new Informed(
              () -> {
                throw new XpcomException(NS_ERROR_NOT_IMPLEMENTED, "not said");
              }));

      elsewhere(() -> xpcom.createInstance(MINE, nsIRunnable.class));
    }

    @Test
    void thatFailsKeepsTheClassFromBeingRegistered() {
      var factory =
          new Informed(
              () -> {
                throw new XpcomException(NS_ERROR_FAILURE, "broken");
              });

      refuses(NS_ERROR_FAILURE, () -> Registrar.register(xpcom, MINE, factory));

      assertTrue(!xpcom.componentRegistrar().isContractIDRegistered(MINE));
    }
  }

  /** A factory with class info. */
  private record Informed(LongSupplier flags) implements nsIFactory, nsIClassInfo {
    @Override
    public nsISupports createInstance(nsISupports outer, UUID iid) {
      return (nsIRunnable) () -> {};
    }

    @Override
    public void lockFactory(boolean lock) {}

    @Override
    public UUID[] getInterfaces(long[] count) {
      return new UUID[0];
    }

    @Override
    public nsISupports getScriptableHelper() {
      return null;
    }

    @Override
    public String getContractID() {
      return null;
    }

    @Override
    public String getClassDescription() {
      return null;
    }

    @Override
    public UUID getClassID() {
      return null;
    }

    @Override
    public long getFlags() {
      return flags.getAsLong();
    }
  }

  private static void elsewhere(Runnable work) throws Exception {
    CompletableFuture.runAsync(work).get(60, TimeUnit.SECONDS);
  }

  private static void refuses(long result, Executable call) {
    assertEquals(result, assertThrows(XpcomException.class, call).result());
  }
}
