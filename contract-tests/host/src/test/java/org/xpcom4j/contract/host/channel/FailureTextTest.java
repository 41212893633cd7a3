package org.xpcom4j.contract.host.channel;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xpcom4j.contract.host.fixture.NoLeftovers;
import org.xpcom4j.interfaces.nsIWebSocketChannel;
import org.xpcom4j.registry.Xpcom;
import org.xpcom4j.result.Nsresult;

@DisplayName("What a failure means")
class FailureTextTest {
  @RegisterExtension final NoLeftovers noLeftovers = new NoLeftovers();

  private Xpcom xpcom;
  private nsIWebSocketChannel channel;

  @BeforeEach
  void start() {
    xpcom = Xpcom.start();
    channel =
        xpcom.createInstance(
            nsIWebSocketChannel.NS_WEBSOCKETCHANNEL_CONTRACTID, nsIWebSocketChannel.class);
  }

  @AfterEach
  void stop() {
    xpcom.close();
  }

  /** The statuses of the table in channel-impl/README.md. */
  @ParameterizedTest
  @ValueSource(
      longs = {
        Nsresult.NS_ERROR_UNKNOWN_HOST,
        Nsresult.NS_ERROR_CONNECTION_REFUSED,
        Nsresult.NS_ERROR_NET_TIMEOUT,
        Nsresult.NS_ERROR_NET_INADEQUATE_SECURITY,
        Nsresult.NS_ERROR_NET_RESET,
        Nsresult.NS_ERROR_WEBSOCKET_CONNECTION_REFUSED,
        Nsresult.NS_ERROR_ILLEGAL_VALUE,
        Nsresult.NS_ERROR_NOT_CONNECTED,
        Nsresult.NS_ERROR_CANNOT_CONVERT_DATA,
        Nsresult.NS_ERROR_FILE_TOO_BIG,
        Nsresult.NS_ERROR_OUT_OF_MEMORY,
        Nsresult.NS_BASE_STREAM_CLOSED,
        Nsresult.NS_ERROR_ABORT,
        Nsresult.NS_ERROR_UNEXPECTED,
        Nsresult.NS_ERROR_OFFLINE,
        Nsresult.NS_ERROR_NOT_AVAILABLE
      })
  void everyStatusOfTheChannelHasASentence(long status) {
    assertFalse(FailureText.of(status, channel).endsWith(": the connection failed"));
  }

  @ParameterizedTest
  @ValueSource(longs = {Nsresult.NS_BINDING_ABORTED, 0x805A0001L})
  void anyOtherStatusHasItsNumber(long status) {
    String text = FailureText.of(status, channel);

    assertTrue(text.contains(String.format("0x%08X", status)), text);
  }
}
