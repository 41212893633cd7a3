package org.xpcom4j.necko.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.xpcom4j.result.Nsresult.NS_ERROR_FAILURE;
import static org.xpcom4j.result.Nsresult.NS_ERROR_INVALID_ARG;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xpcom4j.interfaces.nsILoadGroup;
import org.xpcom4j.interfaces.nsIRequest;
import org.xpcom4j.interfaces.nsISimpleEnumerator;
import org.xpcom4j.interfaces.nsIWebSocketChannel;
import org.xpcom4j.necko.transport.RawServer;
import org.xpcom4j.result.XpcomException;

@DisplayName("a channel that is open")
@Tag("smoke")
class OpenChannelTest {
  @RegisterExtension final ChannelFixture fixture = new ChannelFixture();
  private final RecordingListener listener = new RecordingListener();

  private RawServer echoOnceThenAnswerClose() throws Exception {
    return fixture.serve(
        peer -> {
          peer.accept("Sec-WebSocket-Protocol: chat");
          RawServer.Frame frame = peer.readFrame();
          peer.writeFrame(frame.firstByte(), frame.payload());
          RawServer.Frame close = peer.readFrame();
          peer.writeFrame(0x88, close.payload());
          peer.expectEnd();
        });
  }

  @Test
  void hearsOfEverythingInOrderOnTheOpeningThread() throws Exception {
    RawServer server = echoOnceThenAnswerClose();
    nsIWebSocketChannel channel = fixture.channel();
    channel.setProtocol("chat, superchat");
    listener.reacting(
        call -> {
          if (call.equals("onStart")) {
            channel.sendMsg("grüße");
          } else if (call.startsWith("text")) {
            channel.close(1000, "done");
          }
        });
    assertEquals(
        List.of("onStart", "acknowledge 7", "text grüße", "serverClose 1000 done", "onStop NS_OK"),
        fixture.openAndRun(channel, fixture.uri(server), listener));
    assertEquals(Set.of(Thread.currentThread()), listener.threads());
    assertEquals("chat", channel.getProtocol());
    server.join();
  }

  @Test
  void isInItsLoadGroupFromAsyncOpenToOnStop() throws Exception {
    RawServer server = echoOnceThenAnswerClose();
    nsIWebSocketChannel channel = fixture.channel();
    channel.setProtocol("chat");
    nsILoadGroup group = fixture.loadGroup();
    channel.setLoadGroup(group);
    listener.reacting(
        call -> {
          assertEquals(1, size(group), call);
          if (call.equals("onStart")) {
            channel.sendMsg("x");
            channel.close(1000, "");
          }
        });
    channel.asyncOpen(fixture.uri(server), "", listener, null);
    assertEquals(1, size(group));
    fixture.spinUntil(listener::isStopped, listener);
    assertEquals(0, size(group));
    assertNull(channel.getLoadGroup());
    assertTrue(listener.calls().contains("onStop NS_OK"), () -> listener.calls().toString());
  }

  @Test
  void isCancelledWithItsLoadGroup() throws Exception {
    RawServer server =
        fixture.serve(
            peer -> {
              peer.accept();
              assertEquals(1001, peer.readFrame().closeCode());
            });
    nsIWebSocketChannel channel = fixture.channel();
    nsILoadGroup group = fixture.loadGroup();
    channel.setLoadGroup(group);
    listener.reacting(
        call -> {
          if (call.equals("onStart")) {
            group.cancel(NS_ERROR_FAILURE);
          }
        });
    assertEquals(
        List.of("onStart", "onStop NS_ERROR_FAILURE"),
        fixture.openAndRun(channel, fixture.uri(server), listener));
    assertEquals(NS_ERROR_FAILURE, ((nsIRequest) channel).getStatus());
    server.join();
  }

  @Test
  void answersTheServersCloseAtOnceAndTakesCloseAfterwards() throws Exception {
    RawServer server =
        fixture.serve(
            peer -> {
              peer.accept();
              peer.writeHex("88 07 0f a1 62 79 65 62 79");
              assertEquals(4001, peer.readFrame().closeCode());
            });
    nsIWebSocketChannel channel = fixture.channel();
    assertEquals(
        List.of("onStart", "serverClose 4001 byeby", "onStop NS_OK"),
        fixture.openAndRun(channel, fixture.uri(server), listener));
    channel.close(1000, "");
    server.join();
  }

  @ParameterizedTest
  @CsvSource({
    "1000,1000",
    "1003,1003",
    "1007,1007",
    "1014,1014",
    "3000,3000",
    "4999,4999",
    "1004,1009",
    "0,1005"
  })
  void sendsTheCloseCode(int given, int onTheWire) throws Exception {
    RawServer server =
        fixture.serve(
            peer -> {
              peer.accept();
              RawServer.Frame close = peer.readFrame();
              assertEquals(onTheWire, close.closeCode());
              peer.writeFrame(0x88, close.payload());
            });
    nsIWebSocketChannel channel = fixture.channel();
    listener.reacting(
        call -> {
          if (call.equals("onStart")) {
            channel.close(given, "");
          }
        });
    assertEquals(
        List.of("onStart", "serverClose " + onTheWire + " ", "onStop NS_OK"),
        fixture.openAndRun(channel, fixture.uri(server), listener));
    server.join();
  }

  @ParameterizedTest
  @ValueSource(ints = {999, 1005, 1006, 1015, 2999, 5000})
  void refusesACloseCodeThatMayNotBeSentAndGoesOn(int code) throws Exception {
    RawServer server = echoOnceThenAnswerClose();
    nsIWebSocketChannel channel = fixture.channel();
    channel.setProtocol("chat");
    listener.reacting(
        call -> {
          if (call.equals("onStart")) {
            XpcomException refused =
                assertThrows(XpcomException.class, () -> channel.close(code, ""));
            assertEquals(NS_ERROR_INVALID_ARG, refused.result());
            channel.sendMsg("still open");
          } else if (call.startsWith("text")) {
            channel.close(1000, "");
          }
        });
    fixture.openAndRun(channel, fixture.uri(server), listener);
    assertTrue(listener.has("text still open"));
    server.join();
  }

  @Test
  void goesOnWhenTheListenerThrows() throws Exception {
    RawServer server = echoOnceThenAnswerClose();
    nsIWebSocketChannel channel = fixture.channel();
    channel.setProtocol("chat");
    listener.reacting(
        call -> {
          if (call.equals("onStart")) {
            channel.sendMsg("x");
          } else if (call.startsWith("text")) {
            channel.close(1000, "");
          }
          throw new IllegalStateException("thrown by the test in " + call);
        });
    assertEquals(
        List.of("onStart", "acknowledge 1", "text x", "serverClose 1000 ", "onStop NS_OK"),
        fixture.openAndRun(channel, fixture.uri(server), listener));
    server.join();
  }

  @Test
  void deliversToANestedLoopInsideAListenerCall() throws Exception {
    RawServer server =
        fixture.serve(
            peer -> {
              peer.accept();
              peer.writeHex("81 01 61 81 01 62 81 01 63 88 00");
              peer.readFrame();
            });
    nsIWebSocketChannel channel = fixture.channel();
    listener.reacting(
        call -> {
          if (call.equals("text a")) {
            fixture.spinUntil(() -> listener.has("text c"), listener);
          }
        });
    assertEquals(
        List.of("onStart", "text a", "text b", "text c", "serverClose 1005 ", "onStop NS_OK"),
        fixture.openAndRun(channel, fixture.uri(server), listener));
  }

  @Test
  void deliversNothingWhileSuspended() throws Exception {
    RawServer server =
        fixture.serve(
            peer -> {
              peer.accept();
              peer.writeHex("81 01 61 88 00");
              peer.readFrame();
            });
    nsIWebSocketChannel channel = fixture.channel();
    channel.asyncOpen(fixture.uri(server), "", listener, null);
    ((nsIRequest) channel).suspend();
    server.join();
    assertFalse(listener.has("onStart"));
    ((nsIRequest) channel).resume();
    fixture.spinUntil(listener::isStopped, listener);
    assertEquals(
        List.of("onStart", "text a", "serverClose 1005 ", "onStop NS_OK"), listener.calls());
  }

  @Test
  void isToldToLeaveWhenTheRegistryCloses() throws Exception {
    RawServer server =
        fixture.serve(
            peer -> {
              peer.accept();
              RawServer.Frame close = peer.readFrame();
              assertEquals(1001, close.closeCode());
              peer.writeFrame(0x88, close.payload());
            });
    nsIWebSocketChannel channel = fixture.channel();
    channel.asyncOpen(fixture.uri(server), "", listener, null);
    fixture.spinUntil(() -> listener.has("onStart"), listener);
    fixture.xpcom().close();
    assertEquals(List.of("onStart", "serverClose 1001 ", "onStop NS_OK"), listener.calls());
    server.join();
  }

  private static int size(nsILoadGroup group) {
    nsISimpleEnumerator requests = group.getRequests();
    int count = 0;
    while (requests.hasMoreElements()) {
      requests.getNext();
      count++;
    }
    return count;
  }
}
