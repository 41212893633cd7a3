package org.xpcom4j.necko.channel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xpcom4j.interfaces.nsIWebSocketChannel;
import org.xpcom4j.necko.transport.RawServer;

@DisplayName("a channel that compresses")
class CompressedChannelTest {
  private static final String WORDS = "a rose is a rose is a rose; ".repeat(40);

  @RegisterExtension final ChannelFixture fixture = new ChannelFixture();
  private final RecordingListener listener = new RecordingListener();

  private static byte[] inflated(byte[] message) throws DataFormatException {
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    stream.writeBytes(message);
    stream.writeBytes(new byte[] {0, 0, (byte) 0xFF, (byte) 0xFF});
    Inflater inflater = new Inflater(true);
    inflater.setInput(stream.toByteArray());
    byte[] out = new byte[1 << 21];
    int length = inflater.inflate(out);
    inflater.end();
    return Arrays.copyOf(out, length);
  }

  private static byte[] deflated(byte[] message) {
    Deflater deflater = new Deflater(9, true);
    deflater.setInput(message);
    byte[] out = new byte[message.length + 100];
    int length = deflater.deflate(out, 0, out.length, Deflater.SYNC_FLUSH);
    deflater.end();
    return Arrays.copyOf(out, length - 4);
  }

  @ParameterizedTest(name = "keeping its context: {0}")
  @ValueSource(booleans = {true, false})
  void talksToAServerThatDoes(boolean keepingContext) throws Exception {
    RawServer server = fixture.serve(new DeflatingServer(keepingContext));
    nsIWebSocketChannel channel = fixture.channel();
    listener.reacting(
        call -> {
          if (call.equals("onStart")) {
            assertEquals("permessage-deflate", channel.getExtensions());
            for (int i = 0; i < 3; i++) {
              channel.sendMsg(WORDS);
            }
            channel.sendMsg("");
            channel.sendMsg("grüße");
            channel.sendBinaryMsg(new byte[1 << 20]);
          } else if (call.equals("binary 1048576")) {
            channel.close(1000, "");
          }
        });
    List<String> calls = fixture.openAndRun(channel, fixture.uri(server), listener);
    assertEquals(
        List.of(
            "onStart",
            "text " + WORDS,
            "text " + WORDS,
            "text " + WORDS,
            "text ",
            "text grüße",
            "binary 1048576",
            "serverClose 1000 ",
            "onStop NS_OK"),
        calls.stream().filter(call -> !call.startsWith("acknowledge")).toList());
    server.join();
  }

  @Nested
  class WithAServerThatWatches {
    @Test
    void offersAndSaysSoAndAcknowledgesWhatTheHostGave() throws Exception {
      RawServer server =
          fixture.serve(
              peer -> {
                String request = peer.accept("Sec-WebSocket-Extensions: permessage-deflate");
                assertEquals(
                    "permessage-deflate; client_max_window_bits",
                    RawServer.Peer.header(request, "Sec-WebSocket-Extensions"));
                RawServer.Frame frame = peer.readFrame();
                assertEquals(0xC1, frame.firstByte());
                assertTrue(frame.payload().length < 60, "compressed");
                assertEquals(WORDS, new String(inflated(frame.payload()), StandardCharsets.UTF_8));
                peer.writeFrame(0xC1, deflated(WORDS.getBytes(StandardCharsets.UTF_8)));
                peer.writeFrame(0x88, peer.readFrame().payload());
                peer.expectEnd();
              });
      nsIWebSocketChannel channel = fixture.channel();
      listener.reacting(
          call -> {
            if (call.equals("onStart")) {
              channel.sendMsg(WORDS);
            } else if (call.startsWith("text")) {
              channel.close(1000, "");
            }
          });
      assertEquals(
          List.of(
              "onStart",
              "acknowledge " + WORDS.length(),
              "text " + WORDS,
              "serverClose 1000 ",
              "onStop NS_OK"),
          fixture.openAndRun(channel, fixture.uri(server), listener));
      server.join();
      assertEquals("permessage-deflate", channel.getExtensions());
    }

    @ParameterizedTest(name = "{0} bits")
    @ValueSource(ints = {8, 9, 12, 15})
    void compressesAlsoWithinTheWindowThatItIsLeft(int bits) throws Exception {
      byte[] message = WORDS.repeat(10).getBytes(StandardCharsets.UTF_8);
      RawServer server =
          fixture.serve(
              peer -> {
                peer.accept(
                    "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits=" + bits);
                RawServer.Frame frame = peer.readFrame();
                assertEquals(0xC2, frame.firstByte());
                assertArrayEquals(message, inflated(frame.payload()));
                peer.writeFrame(0x88, peer.readFrame().payload());
                peer.expectEnd();
              });
      nsIWebSocketChannel channel = fixture.channel();
      listener.reacting(
          call -> {
            if (call.equals("onStart")) {
              channel.sendBinaryMsg(message);
              channel.close(1000, "");
            }
          });
      fixture.openAndRun(channel, fixture.uri(server), listener);
      server.join();
    }

    @Test
    void endsWhenAMessageCannotBeInflated() throws Exception {
      RawServer server =
          fixture.serve(
              peer -> {
                peer.accept("Sec-WebSocket-Extensions: permessage-deflate");
                peer.writeHex("C103 FFFFFF");
                assertEquals(1007, peer.readFrame().closeCode());
                peer.expectEnd();
              });
      assertEquals(
          List.of("onStart", "onStop NS_ERROR_INVALID_CONTENT_ENCODING"),
          fixture.openAndRun(fixture.channel(), fixture.uri(server), listener));
      server.join();
    }

    @Test
    void doesNotStartWhenTheAnswerHasAParameterTooMany() throws Exception {
      RawServer server =
          fixture.serve(
              peer -> {
                peer.accept("Sec-WebSocket-Extensions: permessage-deflate; x");
                peer.expectEnd();
              });
      assertEquals(
          List.of("onStart", "onStop NS_ERROR_ILLEGAL_VALUE"),
          fixture.openAndRun(fixture.channel(), fixture.uri(server), listener));
      server.join();
    }
  }

  @Nested
  class WithAnInflatedMessageOverTheLimit {
    @RegisterExtension
    final ChannelFixture limited =
        new ChannelFixture().withPreference("network.websocket.max-message-size", 2000);

    @Test
    void refusesIt() throws Exception {
      RawServer server =
          limited.serve(
              peer -> {
                peer.accept("Sec-WebSocket-Extensions: permessage-deflate");
                peer.writeFrame(0xC2, deflated(new byte[1 << 20]));
                assertEquals(1009, peer.readFrame().closeCode());
                peer.expectEnd();
              });
      assertEquals(
          List.of("onStart", "onStop NS_ERROR_FILE_TOO_BIG"),
          limited.openAndRun(limited.channel(), limited.uri(server), listener));
      server.join();
    }
  }

  @Nested
  class WhosePreferenceIsOff {
    @RegisterExtension
    final ChannelFixture off =
        new ChannelFixture()
            .withPreference("network.websocket.extensions.permessage-deflate", false);

    @Test
    void offersNothingAndHasNoExtensions() throws Exception {
      RawServer server =
          off.serve(
              peer -> {
                String request = peer.accept();
                assertFalse(request.contains("Sec-WebSocket-Extensions"), request);
                peer.writeHex("8800");
                peer.readFrame();
              });
      nsIWebSocketChannel channel = off.channel();
      off.openAndRun(channel, off.uri(server), listener);
      server.join();
      assertEquals("", channel.getExtensions());
    }
  }

  @Nested
  class WhosePreferenceIsAThreshold {
    @RegisterExtension
    final ChannelFixture reluctant =
        new ChannelFixture().withPreference("network.websocket.compress-from-size", 5000);

    @Test
    void sendsSmallerMessagesPlain() throws Exception {
      RawServer server =
          reluctant.serve(
              peer -> {
                peer.accept("Sec-WebSocket-Extensions: permessage-deflate");
                assertEquals(0x81, peer.readFrame().firstByte());
                assertEquals(0xC1, peer.readFrame().firstByte());
                peer.writeFrame(0x88, peer.readFrame().payload());
                peer.expectEnd();
              });
      nsIWebSocketChannel channel = reluctant.channel();
      listener.reacting(
          call -> {
            if (call.equals("onStart")) {
              channel.sendMsg("x".repeat(4999));
              channel.sendMsg("x".repeat(5000));
              channel.close(1000, "");
            }
          });
      reluctant.openAndRun(channel, reluctant.uri(server), listener);
      server.join();
    }
  }
}
