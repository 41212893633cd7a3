package org.xpcom4j.contract.host;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.xpcom4j.result.Nsresult.NS_ERROR_FACTORY_NOT_REGISTERED;
import static org.xpcom4j.result.Nsresult.NS_ERROR_ILLEGAL_VALUE;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xpcom4j.contract.host.fixture.NoLeftovers;
import org.xpcom4j.interfaces.nsISupports;
import org.xpcom4j.registry.Xpcom;
import org.xpcom4j.result.XpcomException;

@DisplayName("A contract ID that leads nowhere")
class WrongContractIdTest {
  @RegisterExtension final NoLeftovers noLeftovers = new NoLeftovers();

  private Xpcom xpcom;

  @BeforeEach
  void start() {
    xpcom = Xpcom.start();
  }

  @AfterEach
  void stop() {
    xpcom.close();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {"", "greeter", "@example.org", "@example.org/greeter", "@example.org/greeter;x"})
  void malformedIsAnIllegalValueWithTheSpotMarked(String contractId) {
    XpcomException e =
        assertThrows(
            XpcomException.class, () -> xpcom.createInstance(contractId, nsISupports.class));

    assertAll(
        () -> assertEquals(NS_ERROR_ILLEGAL_VALUE, e.result()),
        () -> assertTrue(e.getMessage().contains("^ expected"), e.getMessage()));
  }

  @Test
  void unknownNamesTheThreeNearest() {
    XpcomException e =
        assertThrows(
            XpcomException.class,
            () ->
                xpcom.createInstance(
                    "@mozilla.org/network/protocol;1?name=wws", nsISupports.class));

    assertAll(
        () -> assertEquals(NS_ERROR_FACTORY_NOT_REGISTERED, e.result()),
        () -> assertTrue(e.getMessage().contains("?name=ws"), e.getMessage()),
        () -> assertTrue(e.getMessage().contains("?name=wss"), e.getMessage()),
        () -> assertEquals(3, e.getMessage().split("component table of ", -1).length - 1));
  }
}
