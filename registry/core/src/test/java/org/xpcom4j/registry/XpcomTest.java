package org.xpcom4j.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.xpcom4j.result.Nsresult.NS_ERROR_FACTORY_NOT_REGISTERED;
import static org.xpcom4j.result.Nsresult.NS_ERROR_FAILURE;
import static org.xpcom4j.result.Nsresult.NS_ERROR_ILLEGAL_VALUE;
import static org.xpcom4j.result.Nsresult.NS_ERROR_NOT_AVAILABLE;
import static org.xpcom4j.result.Nsresult.NS_ERROR_NO_INTERFACE;

import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.xpcom4j.interfaces.nsIObserver;
import org.xpcom4j.interfaces.nsIObserverService;
import org.xpcom4j.interfaces.nsIRunnable;
import org.xpcom4j.interfaces.nsISupports;
import org.xpcom4j.registry.sample.Contracts;
import org.xpcom4j.registry.sample.WantsBoth;
import org.xpcom4j.registry.thread.EventLoops;
import org.xpcom4j.result.XpcomException;

@NullUnmarked // null arguments are part of it
@Tag("smoke")
class XpcomTest {

  private static final UUID GREETER_CID = UUID.fromString(Contracts.GREETER_CID);

  private final Xpcom xpcom = Xpcom.start();

  @AfterEach
  void close() {
    xpcom.close();
  }

  @Nested
  @DisplayName("getService")
  class GetService {

    @Test
    void allContractIdsOfAClassAndItsCidGiveOneObject() {
      nsIRunnable service = xpcom.getService(Contracts.GREETER, nsIRunnable.class);

      assertSame(service, xpcom.getService(Contracts.GREETER_ALIAS, nsIRunnable.class));
      assertSame(service, xpcom.getService(GREETER_CID, nsIRunnable.class));
      assertSame(service, xpcom.getService(Contracts.GREETER, nsISupports.class));
    }

    @Test
    void componentOfScopeInstanceCanBeAServiceToo() {
      assertSame(
          xpcom.getService(Contracts.COUNTER, nsIRunnable.class),
          xpcom.getService(Contracts.COUNTER, nsIRunnable.class));
    }

    @Test
    void interfaceThatTheServiceLacksIsNoInterfaceAndTheServiceStays() {
      nsIRunnable service = xpcom.getService(Contracts.GREETER, nsIRunnable.class);

      var e =
          assertThrows(
              XpcomException.class, () -> xpcom.getService(Contracts.GREETER, nsIObserver.class));

      assertEquals(NS_ERROR_NO_INTERFACE, e.result());
      assertSame(service, xpcom.getService(Contracts.GREETER, nsIRunnable.class));
    }

    @Test
    void registriesSideBySideShareNothing() {
      try (Xpcom other = Xpcom.start()) {
        assertNotSame(
            xpcom.getService(Contracts.GREETER, nsIRunnable.class),
            other.getService(Contracts.GREETER, nsIRunnable.class));
      }
    }
  }

  @Nested
  @DisplayName("createInstance")
  class CreateInstance {

    @Test
    void everyCallMakesANewObject() {
      assertNotSame(
          xpcom.createInstance(Contracts.COUNTER, nsIRunnable.class),
          xpcom.createInstance(Contracts.COUNTER, nsIRunnable.class));
    }

    @Test
    void classOfAServiceIsInstantiatedBesideTheService() {
      assertNotSame(
          xpcom.getService(Contracts.GREETER, nsIRunnable.class),
          xpcom.createInstance(GREETER_CID, nsIRunnable.class));
    }

    @Test
    void constructorGetsWhatItsParametersSay() {
      WantsBoth made =
          assertInstanceOf(
              WantsBoth.class, xpcom.createInstance(Contracts.WANTS_BOTH, nsIRunnable.class));

      assertSame(xpcom.getService(Contracts.GREETER, nsIRunnable.class), made.service);
      assertNotSame(xpcom.getService(Contracts.COUNTER, nsIRunnable.class), made.instance);
      assertNotSame(made.instances.get(), made.instances.get());
      assertSame(made.service, made.present.orElseThrow());
      assertTrue(made.absent.isEmpty());
      assertSame(xpcom, made.xpcom);
      assertSame(xpcom.serviceManager(), made.services);
      assertSame(xpcom.currentThread(), made.loops.findCurrent().orElseThrow());
      assertSame(
          xpcom.getService(nsIObserverService.NS_OBSERVERSERVICE_CONTRACTID, nsISupports.class),
          made.unqualified);
    }
  }

  @Nested
  @DisplayName("what cannot be made")
  class Failures {

    @Test
    void unknownContractIdNamesTheThreeNearestAndWhereTheyComeFrom() {
      var e = refused("@example.org/greetre;1");

      assertEquals(NS_ERROR_FACTORY_NOT_REGISTERED, e.result());
      assertEquals(
          """
          NS_ERROR_FACTORY_NOT_REGISTERED (0x80040154): nothing implements "@example.org/greetre;1"
            near:
              @example.org/greeter;1 (Greeter, component table of org.xpcom4j.registry)
              @example.org/nest;1 (Nest, component table of org.xpcom4j.registry)
              @example.org/broken;1 (Broken, component table of org.xpcom4j.registry)
            asked by: createInstance(…, nsIRunnable)""",
          e.getMessage());
    }

    @Test
    void malformedContractIdIsIllegalValueWithThePositionOfTheMistake() {
      var e = refused("@example.org/greeter;?lang=en");

      assertEquals(NS_ERROR_ILLEGAL_VALUE, e.result());
      assertEquals(
          """
          NS_ERROR_ILLEGAL_VALUE (0x80070057): contract ID has no version
            @example.org/greeter;?lang=en
                                 ^ expected a number, as in @example.org/greeter;1?lang=en
            asked by: createInstance(…, nsIRunnable)""",
          e.getMessage());
    }

    @Test
    void unknownCidIsNotRegistered() {
      var e =
          assertThrows(
              XpcomException.class, () -> xpcom.getService(new UUID(1, 2), nsIRunnable.class));

      assertEquals(NS_ERROR_FACTORY_NOT_REGISTERED, e.result());
    }

    @Test
    void nullInterfaceIsIllegalValue() {
      refusesNullInterface(() -> xpcom.getService(Contracts.GREETER, null));
      refusesNullInterface(() -> xpcom.getService(GREETER_CID, null));
      refusesNullInterface(() -> xpcom.createInstance(Contracts.GREETER, null));
      refusesNullInterface(() -> xpcom.createInstance(GREETER_CID, null));
    }

    private void refusesNullInterface(Executable lookUp) {
      assertEquals(
          "NS_ERROR_ILLEGAL_VALUE (0x80070057): interface is null",
          assertThrows(XpcomException.class, lookUp).getMessage());
    }

    @Test
    void nullContractIdIsIllegalValue() {
      assertEquals(NS_ERROR_ILLEGAL_VALUE, refused(null).result());
    }

    @Test
    void exceptionOfAConstructorIsTheCauseOfAFailureThatNamesTheContract() {
      var e = refused(Contracts.BROKEN);

      assertEquals(NS_ERROR_FAILURE, e.result());
      assertEquals("no greeting today", e.getCause().getMessage());
      assertTrue(
          e.getMessage().contains("@example.org/broken;1 (org.xpcom4j.registry.sample.Broken)"),
          e.getMessage());
    }

    @Test
    void unknownContractOfAParameterNamesTheConstructorThatWantsIt() {
      var e = refused(Contracts.WANTS_NOBODY);

      assertEquals(NS_ERROR_FACTORY_NOT_REGISTERED, e.result());
      assertTrue(
          e.getMessage()
              .endsWith(
                  "asked by: constructor of @example.org/wants-nobody;1"
                      + " (org.xpcom4j.registry.sample.WantsNobody)"),
          e.getMessage());
    }

    @Test
    void nsresultOfAConstructorPassesUnchanged() {
      var e = refused(Contracts.REFUSING);

      assertEquals(NS_ERROR_NOT_AVAILABLE, e.result());
      assertTrue(e.getMessage().endsWith("closed on Sundays"), e.getMessage());
    }

    private XpcomException refused(String contractId) {
      return assertThrows(
          XpcomException.class, () -> xpcom.createInstance(contractId, nsIRunnable.class));
    }
  }

  @Test
  void mainThreadIsTheOneThatStartedTheRegistry() throws InterruptedException {
    assertSame(xpcom.mainThread(), xpcom.currentThread());
    assertSame(
        xpcom.getService("@mozilla.org/thread-manager;1", nsISupports.class),
        xpcom.getService("@mozilla.org/thread-manager;1", nsISupports.class));
    var elsewhere = new Thread(() -> assertNotSame(xpcom.mainThread(), xpcom.currentThread()));
    elsewhere.start();
    elsewhere.join();
    assertInstanceOf(
        EventLoops.class, xpcom.getService("@mozilla.org/thread-manager;1", nsISupports.class));
  }

  @Test
  void contractsAreListedWithClassAndModule() {
    assertEquals(
        new RegisteredContract(
            Contracts.GREETER,
            GREETER_CID,
            "org.xpcom4j.registry.sample.Greeter",
            "org.xpcom4j.registry",
            "component table of org.xpcom4j.registry"),
        xpcom.contracts().stream()
            .filter(contract -> contract.contractId().equals(Contracts.GREETER))
            .findFirst()
            .orElseThrow());
  }
}
