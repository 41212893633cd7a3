package org.xpcom4j.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.xpcom4j.result.Nsresult.NS_ERROR_FACTORY_EXISTS;
import static org.xpcom4j.result.Nsresult.NS_ERROR_FACTORY_NOT_REGISTERED;
import static org.xpcom4j.result.Nsresult.NS_ERROR_FAILURE;
import static org.xpcom4j.result.Nsresult.NS_ERROR_ILLEGAL_VALUE;
import static org.xpcom4j.result.Nsresult.NS_ERROR_NO_INTERFACE;
import static org.xpcom4j.result.Nsresult.NS_ERROR_OFFLINE;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.xpcom4j.interfaces.nsIObserver;
import org.xpcom4j.interfaces.nsIRunnable;
import org.xpcom4j.interfaces.nsISupports;
import org.xpcom4j.metadata.Interfaces;
import org.xpcom4j.mozilla.XPCOMException;
import org.xpcom4j.registry.sample.Contracts;
import org.xpcom4j.result.XpcomException;

@DisplayName("a component that cannot be had")
@NullUnmarked // null arguments are part of it
class BadComponentsTest {

  private static final String MINE = "@example.org/mine;1";

  private final Xpcom xpcom = Xpcom.start();

  @AfterEach
  void close() {
    xpcom.close();
  }

  private void register(Supplier<nsISupports> maker) {
    Registrar.register(xpcom, MINE, Registrar.factory(maker));
  }

  private XpcomException fails(long result) {
    var asInstance =
        assertThrows(XpcomException.class, () -> xpcom.createInstance(MINE, nsIRunnable.class));
    var asService =
        assertThrows(XpcomException.class, () -> xpcom.getService(MINE, nsIRunnable.class));
    assertEquals(result, asInstance.result());
    assertEquals(asInstance.getMessage(), asService.getMessage());
    assertTrue(asService.getMessage().contains(MINE), asService.getMessage());
    assertTrue(
        asService.getMessage().contains("registered by: registerFactory"), asService.getMessage());
    return asService;
  }

  /** Its initialiser fails; nothing else may touch it. */
  private static final class NeverInitialised implements nsIRunnable {
    private static final int VALUE = Integer.parseInt("no number");

    @Override
    public void run() {
      throw new IllegalStateException("value " + VALUE);
    }
  }

  @Test
  void becauseItsStaticInitialiserFailsIsToldAlikeEachTime() {
    register(NeverInitialised::new);

    XpcomException second = fails(NS_ERROR_FACTORY_NOT_REGISTERED);

    assertTrue(
        second
            .getMessage()
            .contains(
                "its static initialiser failed: java.lang.NumberFormatException: For input string:"
                    + " \"no number\""),
        second.getMessage());
    assertInstanceOf(NumberFormatException.class, second.getCause().getCause());
  }

  @Test
  void becauseItsClassIsMissingNamesTheClass() {
    register(
        () -> {
          throw new NoClassDefFoundError("org/example/Gone");
        });

    XpcomException e = fails(NS_ERROR_FACTORY_NOT_REGISTERED);

    assertTrue(e.getMessage().contains("org/example/Gone"), e.getMessage());
    assertInstanceOf(NoClassDefFoundError.class, e.getCause());
  }

  @Test
  void becauseItsConstructorThrowsKeepsTheCause() {
    var cause = new IllegalStateException("not today");
    register(
        () -> {
          throw cause;
        });

    assertSame(cause, fails(NS_ERROR_FAILURE).getCause());
  }

  @Test
  void becauseItsFactoryGivesNullIsAFailure() {
    register(() -> null);

    XpcomException e = fails(NS_ERROR_FAILURE);

    assertTrue(e.getMessage().contains("its factory gave null"), e.getMessage());
  }

  @Test
  void becauseItLacksTheInterfaceNamesItsClass() {
    nsIObserver other = (subject, topic, data) -> {};
    Registrar.register(xpcom, MINE, other);

    var e = assertThrows(XpcomException.class, () -> xpcom.createInstance(MINE, nsIRunnable.class));

    assertEquals(NS_ERROR_NO_INTERFACE, e.result());
    assertTrue(e.getMessage().contains(other.getClass().getName()), e.getMessage());
  }

  @Test
  void isTriedAgainAndHadOnceItsMakingSucceeds() {
    var tries = new AtomicInteger();
    nsIRunnable made = () -> {};
    register(
        () -> {
          if (tries.incrementAndGet() == 1) {
            throw new IllegalStateException("not yet");
          }
          return made;
        });

    assertThrows(XpcomException.class, () -> xpcom.getService(MINE, nsIRunnable.class));
    assertFalse(
        xpcom
            .serviceManager()
            .isServiceInstantiatedByContractID(MINE, Interfaces.iid(nsIRunnable.class)));
    assertSame(made, xpcom.getService(MINE, nsIRunnable.class));
  }

  @Test
  void becauseOfNullArgumentsIsAnIllegalValue() {
    UUID cid = UUID.randomUUID();
    for (Executable call :
        new Executable[] {
          () -> xpcom.getService((String) null, nsIRunnable.class),
          () -> xpcom.getService((UUID) null, nsIRunnable.class),
          () -> xpcom.createInstance((UUID) null, nsIRunnable.class),
          () -> xpcom.createInstance(Contracts.GREETER, null),
          () -> xpcom.family(null, nsIRunnable.class),
          () -> xpcom.family("@example.org/", null),
          () -> xpcom.family("@example.org/", nsIRunnable.class).getService(null),
          () -> xpcom.componentManager().getClassObject((UUID) null, cid),
          () -> xpcom.componentManager().createInstance(null, null, cid),
          () -> xpcom.serviceManager().getService((UUID) null, cid),
          () -> xpcom.serviceManager().getServiceByContractID(null, cid),
          () -> xpcom.serviceManager().isServiceInstantiated((UUID) null, cid),
          () -> xpcom.serviceManager().isServiceInstantiatedByContractID(null, cid),
          () -> xpcom.componentRegistrar().registerFactory(null, "", MINE, null),
          () -> xpcom.componentRegistrar().registerFactory(cid, "", null, null),
          () -> xpcom.componentRegistrar().isCIDRegistered(null),
          () -> xpcom.componentRegistrar().isContractIDRegistered(null),
          () -> xpcom.componentRegistrar().cIDToContractID(null),
          () -> xpcom.componentRegistrar().contractIDToCID(null),
        }) {
      assertEquals(NS_ERROR_ILLEGAL_VALUE, assertThrows(XpcomException.class, call).result());
    }
  }

  @Test
  void becauseItsClassIdIsTakenLeavesNothingBehind() {
    UUID greeter = UUID.fromString(Contracts.GREETER_CID);

    var e =
        assertThrows(
            XpcomException.class,
            () ->
                xpcom
                    .componentRegistrar()
                    .registerFactory(greeter, "", MINE, Registrar.factory(() -> null)));

    assertEquals(NS_ERROR_FACTORY_EXISTS, e.result());
    assertFalse(xpcom.componentRegistrar().isContractIDRegistered(MINE));
  }

  @Test
  void becauseOfAnXpcomExceptionOfAPortedProgramKeepsItsCode() {
    register(
        () -> {
          throw new XPCOMException(NS_ERROR_OFFLINE, "no network today");
        });

    XpcomException failure = fails(NS_ERROR_OFFLINE);
    assertInstanceOf(XPCOMException.class, failure.getCause());
  }

  @Test
  void becauseItThrowsAnErrorPassesItOnAndLeavesNothingPending() {
    var first = new AtomicBoolean(true);
    register(
        () -> {
          if (first.getAndSet(false)) {
            throw new AssertionError("broken for now");
          }
          return (nsIRunnable) () -> {};
        });

    assertThrows(AssertionError.class, () -> xpcom.getService(MINE, nsIRunnable.class));
    assertSame(
        xpcom.getService(MINE, nsIRunnable.class), xpcom.getService(MINE, nsIRunnable.class));
  }

  /** Its queryInterface fails for all but nsISupports. */
  private static final class Unfriendly implements nsIRunnable {
    @Override
    public void run() {}

    @Override
    public nsISupports queryInterface(UUID uuid) {
      if (uuid.equals(Interfaces.iid(nsIRunnable.class))) {
        return this;
      }
      throw new IllegalStateException("do not ask");
    }
  }

  @Test
  void becauseItsQueryInterfaceThrowsIsAFailureWithTheCause() {
    register(Unfriendly::new);
    xpcom.getService(MINE, nsIRunnable.class);

    var failure =
        assertThrows(XpcomException.class, () -> xpcom.getService(MINE, nsIObserver.class));
    assertEquals(NS_ERROR_FAILURE, failure.result());
    assertInstanceOf(IllegalStateException.class, failure.getCause());
    assertTrue(failure.getMessage().contains("Unfriendly.queryInterface failed for {"));
  }

  @Test
  void becauseTheFirstWhoAsksWantsWhatItLacksIsNoServiceYet() {
    assertThrows(
        XpcomException.class, () -> xpcom.getService(Contracts.GREETER, nsIObserver.class));

    assertFalse(
        xpcom
            .serviceManager()
            .isServiceInstantiatedByContractID(
                Contracts.GREETER, Interfaces.iid(nsISupports.class)));
    xpcom.getService(Contracts.GREETER, nsIRunnable.class);
  }

  @Test
  void becauseNobodyKnowsTheInterfaceNamesItAndTheClass() {
    UUID unheardOf = UUID.fromString("00000000-1111-2222-3333-444444444444");

    var failure =
        assertThrows(
            XpcomException.class,
            () ->
                xpcom
                    .componentManager()
                    .createInstanceByContractID(Contracts.GREETER, null, unheardOf));
    assertEquals(NS_ERROR_NO_INTERFACE, failure.result());
    assertTrue(failure.getMessage().contains("{" + unheardOf + "}"), failure.getMessage());
    assertTrue(failure.getMessage().contains("sample.Greeter"), failure.getMessage());
  }

  @Test
  void becauseOfASlipInTheClassIdNamesTheRightOne() {
    String slip = Contracts.GREETER_CID.replace("8f6f", "8f7f");

    var failure =
        assertThrows(
            XpcomException.class,
            () -> xpcom.createInstance(UUID.fromString(slip), nsIRunnable.class));
    assertEquals(NS_ERROR_FACTORY_NOT_REGISTERED, failure.result());
    assertTrue(
        failure.getMessage().contains("\n  near: {" + Contracts.GREETER_CID + "} (Greeter, "),
        failure.getMessage());
  }

  @Test
  void becauseOfAWrongClassIdNamesNothingThatIsFarAway() {
    var failure =
        assertThrows(
            XpcomException.class, () -> xpcom.createInstance(new UUID(7, 7), nsIRunnable.class));

    assertFalse(failure.getMessage().contains("near:"), failure.getMessage());
  }
}
