package org.xpcom4j.necko.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.xpcom4j.necko.transport.RawServer;

@DisplayName("a channel whose preferences limit what the server may send")
class LimitedChannelTest {
  @RegisterExtension
  final ChannelFixture fixture =
      new ChannelFixture()
          .withPreference("network.websocket.max-frame-size", 1024)
          .withPreference("network.http.max_response_header_size", 2000);

  private final RecordingListener listener = new RecordingListener();

  @Test
  void refusesALargerFrameInASmallEnoughMessage() throws Exception {
    RawServer server =
        fixture.serve(
            peer -> {
              peer.accept("X: " + "y".repeat(1000));
              peer.writeFrame(0x02, new byte[1024]);
              peer.writeFrame(0x80, new byte[1025]);
              assertEquals(1009, peer.readFrame().closeCode());
              peer.expectEnd();
            });
    assertEquals(
        List.of("onStart", "onStop NS_ERROR_FILE_TOO_BIG"),
        fixture.openAndRun(fixture.channel(), fixture.uri(server), listener));
    server.join();
  }

  @Test
  void refusesALargerHead() throws Exception {
    RawServer server =
        fixture.serve(
            peer -> {
              peer.accept("X: " + "y".repeat(2000));
              peer.expectEnd();
            });
    assertEquals(
        List.of("onStart", "onStop NS_ERROR_WEBSOCKET_CONNECTION_REFUSED"),
        fixture.openAndRun(fixture.channel(), fixture.uri(server), listener));
  }
}
