package org.xpcom4j.necko.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.xpcom4j.result.Nsresult.NS_ERROR_ALREADY_OPENED;
import static org.xpcom4j.result.Nsresult.NS_ERROR_INVALID_ARG;
import static org.xpcom4j.result.Nsresult.NS_ERROR_NOT_CONNECTED;
import static org.xpcom4j.result.Nsresult.NS_ERROR_NOT_INITIALIZED;
import static org.xpcom4j.result.Nsresult.NS_ERROR_UNEXPECTED;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.xpcom4j.result.XpcomException;

@DisplayName("what may be called when")
class LifeCycleTest {
  private final LifeCycle lifeCycle = new LifeCycle();

  private static void assertRefused(long result, Executable call) {
    assertEquals(result, assertThrows(XpcomException.class, call).result());
  }

  @Nested
  class BeforeOpening {
    @Test
    void closeIsRefused() {
      assertRefused(NS_ERROR_NOT_INITIALIZED, () -> lifeCycle.beginClosing(1000, ""));
    }

    @Test
    void cancelIsRefused() {
      assertRefused(NS_ERROR_NOT_INITIALIZED, lifeCycle::beginCancelling);
    }

    @Test
    void sendingIsRefused() {
      assertRefused(NS_ERROR_UNEXPECTED, () -> lifeCycle.requireSending("sendMsg"));
    }

    @Test
    void aRefusedOpeningCanBeTriedAgain() {
      lifeCycle.beginOpening();
      lifeCycle.refuseOpening();
      lifeCycle.beginOpening();
      assertTrue(lifeCycle.isPending());
    }
  }

  @Nested
  @DisplayName("inside asyncOpen, from another thread")
  class WhileOpening {
    @BeforeEach
    void open() {
      lifeCycle.beginOpening();
    }

    @Test
    void closeAndCancelAreTooEarlyAndNotForgotten() {
      assertRefused(NS_ERROR_NOT_INITIALIZED, () -> lifeCycle.beginClosing(1000, ""));
      assertRefused(NS_ERROR_NOT_INITIALIZED, lifeCycle::beginCancelling);
      lifeCycle.connecting();
      assertTrue(lifeCycle.beginClosing(1000, ""));
    }

    @Test
    void openingAgainIsRefused() {
      assertRefused(NS_ERROR_ALREADY_OPENED, lifeCycle::beginOpening);
    }
  }

  @Nested
  class WhileOpen {
    @BeforeEach
    void open() {
      lifeCycle.beginOpening();
      lifeCycle.opened();
    }

    @Test
    void openingAgainIsRefused() {
      assertRefused(NS_ERROR_ALREADY_OPENED, lifeCycle::beginOpening);
    }

    @Test
    void theFirstCloseCountsAndTheSecondDoesNothing() {
      assertTrue(lifeCycle.beginClosing(1000, "bye"));
      assertFalse(lifeCycle.beginClosing(99, "not even looked at"));
    }

    @Test
    void aCloseThatMayNotBeSentChangesNothing() {
      assertRefused(NS_ERROR_INVALID_ARG, () -> lifeCycle.beginClosing(1005, ""));
      lifeCycle.requireSending("sendMsg");
    }

    @Test
    void sendingAfterCloseIsRefused() {
      lifeCycle.beginClosing(1000, "");
      assertRefused(NS_ERROR_UNEXPECTED, () -> lifeCycle.requireSending("sendMsg"));
    }

    @Test
    void sendingAfterTheServersCloseIsRefused() {
      lifeCycle.serverClosed();
      assertRefused(NS_ERROR_NOT_CONNECTED, () -> lifeCycle.requireSending("sendMsg"));
    }
  }

  @Nested
  class AfterStop {
    @BeforeEach
    void stop() {
      lifeCycle.beginOpening();
      lifeCycle.opened();
    }

    @Test
    void closeIsFineWhenTheServerHadClosed() {
      lifeCycle.serverClosed();
      lifeCycle.stopped();
      assertFalse(lifeCycle.beginClosing(1000, ""));
    }

    @Test
    void closeIsRefusedWhenTheConnectionJustEnded() {
      lifeCycle.stopped();
      assertRefused(NS_ERROR_NOT_CONNECTED, () -> lifeCycle.beginClosing(1000, ""));
    }

    @Test
    void goingAwayIsAlwaysFine() {
      lifeCycle.stopped();
      assertFalse(lifeCycle.beginClosing(1001, ""));
    }

    @Test
    void openingAgainIsRefused() {
      lifeCycle.stopped();
      assertRefused(NS_ERROR_ALREADY_OPENED, lifeCycle::beginOpening);
    }
  }
}
