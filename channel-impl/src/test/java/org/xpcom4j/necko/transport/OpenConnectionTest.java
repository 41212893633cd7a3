package org.xpcom4j.necko.transport;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.xpcom4j.necko.protocol.CloseStatus;

@DisplayName("an open connection")
class OpenConnectionTest {
  @RegisterExtension final OpenFixture fixture = new OpenFixture();
  private final RecordingListener listener = new RecordingListener();

  @Test
  void carriesTextBothWaysAndClosesCleanly() throws Exception {
    RawServer server =
        fixture.serve(
            peer -> {
              peer.accept();
              RawServer.Frame frame = peer.readFrame();
              assertEquals("grüße 🎈", frame.text());
              peer.writeFrame(0x81, frame.payload());
              RawServer.Frame close = peer.readFrame();
              assertEquals(1000, close.closeCode());
              peer.writeFrame(0x88, close.payload());
              peer.shutdownOutput();
              peer.expectEnd();
            });
    Connection connection = fixture.connect(server, listener);
    listener.await("opened \"\" \"\"");
    connection.sendText("grüße 🎈");
    listener.await("text \"grüße 🎈\" 12");
    connection.close(new CloseStatus(1000, "bye"));
    assertEquals(
        List.of(
            "opened \"\" \"\"",
            "acknowledged 12",
            "text \"grüße 🎈\" 12",
            "close 1000 \"bye\"",
            "ended NS_OK"),
        listener.awaitEnd());
    server.join();
    assertTrue(
        listener.threads().stream().allMatch(name -> name.startsWith("xpcom-socket-")),
        () -> "called on " + listener.threads());
  }

  @Test
  void carriesLargeBinaryMessagesWhole() throws Exception {
    byte[] message = new byte[5_000_001];
    new Random(1).nextBytes(message);
    RawServer server =
        fixture.serve(
            peer -> {
              peer.accept();
              RawServer.Frame frame = peer.readFrame();
              assertArrayEquals(message, frame.payload());
              peer.writeFrame(0x82, frame.payload());
              peer.writeFrame(0x88, new byte[0]);
              assertEquals(1005, peer.readFrame().closeCode());
            });
    Connection connection = fixture.connect(server, listener);
    connection.sendBinary(message);
    assertEquals(
        List.of(
            "opened \"\" \"\"",
            "acknowledged 5000001",
            "binary 5000001",
            "close 1005 \"\"",
            "ended NS_OK"),
        listener.awaitEnd());
    server.join();
  }
}
