package org.xpcom4j.registry.error;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.xpcom4j.result.Nsresult.NS_ERROR_FAILURE;
import static org.xpcom4j.result.Nsresult.NS_ERROR_ILLEGAL_VALUE;

import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.xpcom4j.interfaces.nsIErrorService;
import org.xpcom4j.registry.Xpcom;
import org.xpcom4j.result.XpcomException;

@DisplayName("the error service")
@NullUnmarked // null arguments are part of it
class ErrorServiceTest {

  private static final short NETWORK = 6;

  private final nsIErrorService errors = new ErrorService();

  @Test
  void isFoundByItsContractId() {
    try (Xpcom xpcom = Xpcom.start()) {
      assertEquals(
          ErrorService.class,
          xpcom
              .getService(nsIErrorService.NS_ERRORSERVICE_CONTRACTID, nsIErrorService.class)
              .getClass());
    }
  }

  @Test
  void tellsTheLatestAddress() {
    errors.registerErrorStringBundle(NETWORK, "chrome://old/locale");
    errors.registerErrorStringBundle(NETWORK, "chrome://new/locale");

    assertEquals("chrome://new/locale", errors.getErrorStringBundle(NETWORK));
  }

  @Test
  void failsForAModuleThatNobodyRegistered() {
    refuses(NS_ERROR_FAILURE, () -> errors.getErrorStringBundle(NETWORK));
  }

  @Test
  void forgetsAModuleAndAcceptsOneThatIsUnknown() {
    errors.registerErrorStringBundle(NETWORK, "chrome://old/locale");

    errors.unregisterErrorStringBundle(NETWORK);
    errors.unregisterErrorStringBundle(NETWORK);

    refuses(NS_ERROR_FAILURE, () -> errors.getErrorStringBundle(NETWORK));
  }

  @Test
  void refusesNull() {
    refuses(NS_ERROR_ILLEGAL_VALUE, () -> errors.registerErrorStringBundle(NETWORK, null));
  }

  private static void refuses(long result, Executable call) {
    assertEquals(result, assertThrows(XpcomException.class, call).result());
  }
}
