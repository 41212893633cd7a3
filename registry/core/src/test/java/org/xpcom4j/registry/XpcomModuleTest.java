package org.xpcom4j.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.xpcom4j.registry.component.ContractIds.contractId;
import static org.xpcom4j.result.Nsresult.NS_ERROR_FAILURE;
import static org.xpcom4j.result.Nsresult.NS_ERROR_NOT_AVAILABLE;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.Module;
import com.google.inject.util.Modules;
import jakarta.inject.Inject;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.xpcom4j.interfaces.nsIObserverService;
import org.xpcom4j.interfaces.nsIRunnable;
import org.xpcom4j.interfaces.nsIServiceManager;
import org.xpcom4j.registry.component.ContractId;
import org.xpcom4j.registry.sample.Contracts;
import org.xpcom4j.registry.sample.WantsBoth;
import org.xpcom4j.registry.sample.WantsGuice;
import org.xpcom4j.result.XpcomException;

@Tag("smoke")
class XpcomModuleTest {

  private static final Key<nsIRunnable> GREETER =
      Key.get(nsIRunnable.class, contractId(Contracts.GREETER));

  /** What a host puts in place of a component. */
  private static final class HostGreeter implements nsIRunnable {
    @Override
    public void run() {}
  }

  private static final HostGreeter HOSTS = new HostGreeter();

  private static final class HostModule extends AbstractModule {
    @Override
    protected void configure() {
      bind(GREETER).toInstance(HOSTS);
    }
  }

  /** A class of the host that wants components. */
  static final class Window {
    final nsIRunnable greeter;
    final nsIObserverService observers;
    final Xpcom xpcom;

    @Inject
    Window(
        @ContractId(Contracts.GREETER) nsIRunnable greeter,
        nsIObserverService observers,
        Xpcom xpcom) {
      this.greeter = greeter;
      this.observers = observers;
      this.xpcom = xpcom;
    }
  }

  @Nested
  @DisplayName("in the host's injector")
  class InTheHostsInjector {

    @Test
    void serviceIsTheSameObjectByKeyAndByContract() {
      Injector injector = Guice.createInjector(new XpcomModule());
      try (Xpcom xpcom = injector.getInstance(Xpcom.class)) {
        assertSame(
            injector.getInstance(GREETER), xpcom.getService(Contracts.GREETER, nsIRunnable.class));
      }
    }

    @Test
    void instanceIsANewObjectByKey() {
      Injector injector = Guice.createInjector(new XpcomModule());
      try (Xpcom xpcom = injector.getInstance(Xpcom.class)) {
        var key = Key.get(nsIRunnable.class, contractId(Contracts.COUNTER));
        assertNotSame(injector.getInstance(key), injector.getInstance(key));
        assertNotNull(xpcom.mainThread());
      }
    }

    @Test
    void classOfTheHostGetsServicesWithAndWithoutQualifier() {
      Injector injector = Guice.createInjector(new XpcomModule());
      try (Xpcom xpcom = injector.getInstance(Xpcom.class)) {
        Window window = injector.getInstance(Window.class);

        assertSame(xpcom, window.xpcom);
        assertSame(xpcom.getService(Contracts.GREETER, nsIRunnable.class), window.greeter);
        assertSame(
            xpcom.getService(
                nsIObserverService.NS_OBSERVERSERVICE_CONTRACTID, nsIObserverService.class),
            window.observers);
        assertSame(xpcom.serviceManager(), injector.getInstance(nsIServiceManager.class));
      }
    }

    @Test
    void bindingOfTheHostWinsThroughOverride() {
      assertHostWins(
          Guice.createInjector(Modules.override(new XpcomModule()).with(new HostModule())));
    }

    @Test
    void bindingOfTheHostWinsInOneStep() {
      assertHostWins(Guice.createInjector(new XpcomModule(new HostModule())));
    }

    private void assertHostWins(Injector injector) {
      try (Xpcom xpcom = injector.getInstance(Xpcom.class)) {
        assertSame(HOSTS, injector.getInstance(GREETER));
        assertSame(HOSTS, xpcom.getService(Contracts.GREETER, nsIRunnable.class));
        assertSame(HOSTS, injector.getInstance(Window.class).greeter);
        assertSame(HOSTS, wantsBoth(xpcom).service);
      }
    }

    @Test
    void bindingOfTheHostIsListedWithItsOrigin() {
      try (Xpcom xpcom =
          Guice.createInjector(new XpcomModule(new HostModule())).getInstance(Xpcom.class)) {
        RegisteredContract listed =
            xpcom.contracts().stream()
                .filter(contract -> contract.contractId().equals(Contracts.GREETER))
                .findFirst()
                .orElseThrow();

        assertEquals(HostGreeter.class.getName(), listed.className());
        assertTrue(listed.origin().startsWith("Guice binding at "), listed.origin());
      }
    }

    @Test
    void laterRegistrationCoversTheBindingInBoth() {
      Injector injector = Guice.createInjector(new XpcomModule());
      try (Xpcom xpcom = injector.getInstance(Xpcom.class)) {
        Registrar.register(xpcom, Contracts.GREETER, HOSTS);

        assertSame(HOSTS, xpcom.getService(Contracts.GREETER, nsIRunnable.class));
        assertSame(HOSTS, injector.getInstance(GREETER));
      }
    }
  }

  @Nested
  @DisplayName("with Xpcom.start")
  class WithStart {

    @Test
    void moduleOfTheHostWins() {
      try (Xpcom xpcom = start(new HostModule())) {
        assertSame(HOSTS, xpcom.getService(Contracts.GREETER, nsIRunnable.class));
        assertSame(HOSTS, wantsBoth(xpcom).service);
      }
    }

    @Test
    void injectorIsMadeForAComponentThatNeedsIt() {
      try (Xpcom xpcom = Xpcom.start()) {
        WantsGuice made = wantsGuice(xpcom);

        assertNotNull(made.clock);
        assertNotSame(made.clock, wantsGuice(xpcom).clock);
      }
    }

    @Test
    void typeThatTheHostBoundIsInjected() {
      var clock = new WantsGuice.Clocklike();
      try (Xpcom xpcom =
          start(binder -> binder.bind(WantsGuice.Clocklike.class).toInstance(clock))) {
        assertSame(clock, wantsGuice(xpcom).clock);
      }
    }

    @Test
    void exceptionOfAProviderIsOneThatNamesTheContract() {
      Module failing =
          binder ->
              binder
                  .bind(WantsGuice.Clocklike.class)
                  .toProvider(
                      () -> {
                        throw new IllegalStateException("the clock stopped");
                      });
      try (Xpcom xpcom = start(failing)) {
        var e = assertThrows(XpcomException.class, () -> wantsGuice(xpcom));

        assertEquals(NS_ERROR_FAILURE, e.result());
        assertTrue(e.getMessage().contains(Contracts.WANTS_GUICE), e.getMessage());
        assertTrue(e.getMessage().contains("the clock stopped"), e.getMessage());
      }
    }

    @Test
    void nsresultFromInsideGuiceIsKept() {
      Module failing =
          binder ->
              binder
                  .bind(WantsGuice.Clocklike.class)
                  .toProvider(
                      () -> {
                        throw new XpcomException(NS_ERROR_NOT_AVAILABLE, "no clock");
                      });
      try (Xpcom xpcom = start(failing)) {
        var e = assertThrows(XpcomException.class, () -> wantsGuice(xpcom));

        assertEquals(NS_ERROR_NOT_AVAILABLE, e.result());
      }
    }

    @Test
    void faultyModuleIsAnExceptionOfStart() {
      var e =
          assertThrows(
              XpcomException.class, () -> start(binder -> binder.addError("nothing fits")));

      assertEquals(NS_ERROR_FAILURE, e.result());
      assertTrue(e.getMessage().contains("nothing fits"), e.getMessage());
    }

    private Xpcom start(Module host) {
      return Xpcom.start(XpcomOptions.defaults().withModules(host));
    }
  }

  private static WantsBoth wantsBoth(Xpcom xpcom) {
    return assertInstanceOf(
        WantsBoth.class, xpcom.createInstance(Contracts.WANTS_BOTH, nsIRunnable.class));
  }

  private static WantsGuice wantsGuice(Xpcom xpcom) {
    return assertInstanceOf(
        WantsGuice.class, xpcom.createInstance(Contracts.WANTS_GUICE, nsIRunnable.class));
  }
}
