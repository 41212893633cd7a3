package org.xpcom4j.necko.transport;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.xpcom4j.result.Nsresult.NS_BASE_STREAM_WOULD_BLOCK;
import static org.xpcom4j.result.Nsresult.NS_BINDING_ABORTED;
import static org.xpcom4j.result.Nsresult.NS_ERROR_FILE_TOO_BIG;

import java.io.IOException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xpcom4j.necko.protocol.CloseStatus;
import org.xpcom4j.result.XpcomException;

@DisplayName("an open connection")
class OpenConnectionTest {
  private static final ConnectionLimits QUICK_CLOSE =
      new ConnectionLimits(Limits.GENEROUS, Duration.ofMillis(200), 1 << 20, 1 << 20, 1 << 20, 64);

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

  @Nested
  class ClosingHandshake {
    @Test
    void theServersCloseIsAnsweredAtOnceWithItsCode() throws Exception {
      RawServer server =
          fixture.serve(
              peer -> {
                peer.accept();
                peer.writeHex("8805 0BB9 627965"); // Close 3001 "bye"
                RawServer.Frame answer = peer.readFrame();
                assertEquals(0x88, answer.firstByte());
                assertArrayEquals(new byte[] {0x0B, (byte) 0xB9}, answer.payload());
                peer.shutdownOutput();
                peer.expectEnd();
              });
      Connection connection = fixture.connect(server, listener);
      assertEquals(
          List.of("opened \"\" \"\"", "close 3001 \"bye\"", "ended NS_OK"), listener.awaitEnd());
      server.join();
      connection.close(new CloseStatus(1000, "")); // nothing left to do
      connection.sendText("too late");
      assertEquals(3, listener.calls().size());
    }

    @Test
    void whatWasSentBeforeOurCloseGoesOutBeforeIt() throws Exception {
      RawServer server =
          fixture.serve(
              peer -> {
                peer.accept();
                for (int i = 0; i < 1000; i++) {
                  assertEquals("message " + i, peer.readFrame().text());
                }
                RawServer.Frame close = peer.readFrame();
                assertEquals(1000, close.closeCode());
                peer.writeFrame(0x88, close.payload());
                peer.expectEnd();
              });
      Connection connection = fixture.connect(server, listener);
      listener.await("opened \"\" \"\"");
      for (int i = 0; i < 1000; i++) {
        connection.sendText("message " + i);
      }
      connection.close(new CloseStatus(1000, ""));
      connection.sendText("after the Close");
      List<String> calls = listener.awaitEnd();
      server.join();
      assertEquals("ended NS_OK", calls.get(calls.size() - 1));
      assertEquals(1000, calls.stream().filter(call -> call.startsWith("acknowledged")).count());
    }

    @Test
    void messagesAreStillDeliveredUntilTheServersCloseAndNotAfterIt() throws Exception {
      RawServer server =
          fixture.serve(
              peer -> {
                peer.accept();
                peer.readFrame();
                peer.writeHex("8101 61 8800 8101 62");
                peer.shutdownOutput();
                peer.expectEnd();
              });
      Connection connection = fixture.connect(server, listener);
      listener.await("opened \"\" \"\"");
      connection.close(CloseStatus.NONE);
      assertEquals(
          List.of("opened \"\" \"\"", "text \"a\" 1", "close 1005 \"\"", "ended NS_OK"),
          listener.awaitEnd());
    }

    @Test
    void aServerThatNeverAnswersOurCloseIsLeft() throws Exception {
      RawServer server =
          fixture.serve(
              peer -> {
                peer.accept();
                peer.readFrame();
                peer.expectEnd();
              });
      Connection connection = fixture.connect(server, QUICK_CLOSE, listener);
      listener.await("opened \"\" \"\"");
      connection.close(new CloseStatus(1000, ""));
      assertEquals(List.of("opened \"\" \"\"", "ended NS_ERROR_NET_TIMEOUT"), listener.awaitEnd());
      server.join();
    }

    @Test
    void aServerThatKeepsTheSocketAfterBothClosesIsLeft() throws Exception {
      RawServer server =
          fixture.serve(
              peer -> {
                peer.accept();
                peer.writeHex("8800");
                peer.readFrame();
                peer.expectEnd();
              });
      fixture.connect(server, listener);
      assertEquals(
          List.of("opened \"\" \"\"", "close 1005 \"\"", "ended NS_OK"), listener.awaitEnd());
      server.join();
    }

    @Test
    void cancellingLeavesWithGoingAwayAndTheGivenStatus() throws Exception {
      RawServer server =
          fixture.serve(
              peer -> {
                peer.accept();
                assertEquals(1001, peer.readFrame().closeCode());
                peer.shutdownOutput();
                peer.expectEnd();
              });
      Connection connection = fixture.connect(server, listener);
      listener.await("opened \"\" \"\"");
      connection.cancel(new EndReason(NS_BINDING_ABORTED, "the group says so"));
      assertEquals(List.of("opened \"\" \"\"", "ended NS_BINDING_ABORTED"), listener.awaitEnd());
      server.join();
    }

    @Test
    void shuttingDownSaysGoodbyeToTheServer() throws Exception {
      RawServer server =
          fixture.serve(
              peer -> {
                peer.accept();
                assertEquals(1001, peer.readFrame().closeCode());
                peer.expectEnd();
              });
      fixture.connect(server, listener);
      listener.await("opened \"\" \"\"");
      fixture.transport().close();
      assertEquals(List.of("opened \"\" \"\"", "ended NS_ERROR_ABORT"), listener.awaitEnd());
      server.join();
    }
  }

  @Nested
  class Faults {
    @ParameterizedTest(name = "{0}")
    @CsvSource(
        delimiter = '|',
        value = {
          "masked frame              | 8181 01020304 60   | 1002 | NS_ERROR_ILLEGAL_VALUE",
          "reserved bit              | C100               | 1002 | NS_ERROR_ILLEGAL_VALUE",
          "reserved opcode           | 8300               | 1002 | NS_ERROR_ILLEGAL_VALUE",
          "fragmented ping           | 0900               | 1002 | NS_ERROR_ILLEGAL_VALUE",
          "Close with one byte       | 8801 03            | 1002 | NS_ERROR_ILLEGAL_VALUE",
          "Close 1005                | 8802 03ED          | 1002 | NS_ERROR_ILLEGAL_VALUE",
          "Close reason not UTF-8    | 8803 03E8 FF       | 1007 | NS_ERROR_CANNOT_CONVERT_DATA",
          "text not UTF-8            | 8101 FF            | 1007 | NS_ERROR_CANNOT_CONVERT_DATA",
          "half a text not UTF-8     | 0103 61FF62        | 1007 | NS_ERROR_CANNOT_CONVERT_DATA",
          "more than the limit       | 827F 0000000100000000 | 1009 | NS_ERROR_FILE_TOO_BIG",
        })
    void onAViolationTheServerIsToldBeforeTheConnectionEnds(
        String what, String hex, int code, String status) throws Exception {
      RawServer server =
          fixture.serve(
              peer -> {
                peer.accept();
                peer.writeHex("8101 61" + hex + "8101 62");
                assertEquals(code, peer.readFrame().closeCode());
                peer.shutdownOutput();
                peer.expectEnd();
              });
      fixture.connect(server, listener);
      assertEquals(
          List.of("opened \"\" \"\"", "text \"a\" 1", "ended " + status), listener.awaitEnd());
      server.join();
    }

    @ParameterizedTest(name = "after {0}")
    @ValueSource(strings = {"", "8101", "810361", "010161", "8101 61"})
    void aStreamThatJustEndsIsNoCleanEnd(String sent) throws Exception {
      RawServer server =
          fixture.serve(
              peer -> {
                peer.accept();
                peer.writeHex(sent);
              });
      fixture.connect(server, listener);
      List<String> calls = listener.awaitEnd();
      assertEquals("ended NS_BASE_STREAM_CLOSED", calls.get(calls.size() - 1));
      assertEquals(sent.equals("8101 61") ? 3 : 2, calls.size());
    }

    @Test
    void aStreamThatEndsInsteadOfTheServersCloseIsNoCleanEnd() throws Exception {
      RawServer server =
          fixture.serve(
              peer -> {
                peer.accept();
                peer.readFrame();
              });
      Connection connection = fixture.connect(server, listener);
      listener.await("opened \"\" \"\"");
      connection.close(CloseStatus.NONE);
      assertEquals(List.of("opened \"\" \"\"", "ended NS_BASE_STREAM_CLOSED"), listener.awaitEnd());
    }

    @Test
    void aResetIsTold() throws Exception {
      CountDownLatch isOpen = new CountDownLatch(1);
      RawServer server =
          fixture.serve(
              peer -> {
                peer.accept();
                isOpen.await();
                peer.resetOnClose();
              });
      fixture.connect(server, listener);
      listener.await("opened \"\" \"\"");
      isOpen.countDown();
      assertEquals(List.of("opened \"\" \"\"", "ended NS_ERROR_NET_RESET"), listener.awaitEnd());
    }

    @Test
    void aListenerThatThrowsEndsTheConnection() throws Exception {
      RecordingListener broken =
          new RecordingListener() {
            @Override
            public void text(String message, int payloadBytes) {
              throw new IllegalStateException("broken listener");
            }
          };
      RawServer server =
          fixture.serve(
              peer -> {
                peer.accept();
                peer.writeHex("8101 61");
                peer.expectEnd();
              });
      fixture.connect(server, broken);
      assertEquals(List.of("opened \"\" \"\"", "ended NS_ERROR_UNEXPECTED"), broken.awaitEnd());
    }
  }

  @Nested
  class Flow {
    @Test
    void eachPingGetsItsPong() throws Exception {
      RawServer server =
          fixture.serve(
              peer -> {
                peer.accept();
                peer.writeHex("8900 8902 6869 0101 61 8901 78 8001 62 8A00");
                for (String payload : List.of("", "hi", "x")) {
                  RawServer.Frame pong = peer.readFrame();
                  assertEquals(0x8A, pong.firstByte());
                  assertEquals(payload, pong.text());
                }
                peer.writeHex("8800");
              });
      fixture.connect(server, listener);
      assertEquals(
          List.of("opened \"\" \"\"", "text \"ab\" 2", "close 1005 \"\"", "ended NS_OK"),
          listener.awaitEnd());
    }

    @Test
    void framesRightBehindTheAnswerAreNotLostHoweverTheyAreCut() throws Exception {
      RawServer server =
          fixture.serve(
              peer -> {
                for (byte octet : RawServer.Peer.acceptance(peer.readHead())) {
                  peer.write(new byte[] {octet});
                }
                for (byte octet : HexFormat.of().parseHex("810161890082020102")) {
                  peer.write(new byte[] {octet});
                }
                peer.writeHex("8800");
                peer.readFrame();
              });
      fixture.connect(server, listener);
      assertEquals(
          List.of("opened \"\" \"\"", "text \"a\" 1", "binary 2", "close 1005 \"\"", "ended NS_OK"),
          listener.awaitEnd());
    }

    @Test
    void aSlowListenerStopsTheServerAndLosesNothing() throws Exception {
      int count = 400;
      byte[] payload = new byte[100_000];
      RawServer server =
          fixture.serve(
              peer -> {
                peer.accept();
                for (int i = 0; i < count; i++) {
                  peer.writeFrame(0x82, payload);
                }
                peer.writeHex("8800");
                peer.readFrame();
              });
      Semaphore delivered = new Semaphore(0);
      AtomicInteger mostUnconsumed = new AtomicInteger();
      AtomicInteger unconsumed = new AtomicInteger();
      RecordingListener slow =
          new RecordingListener() {
            @Override
            public void binary(byte[] message) {
              mostUnconsumed.accumulateAndGet(unconsumed.incrementAndGet(), Math::max);
              delivered.release();
            }
          };
      ConnectionLimits limits =
          new ConnectionLimits(Limits.GENEROUS, Limits.GENEROUS, 1 << 20, 250_000, 1 << 20, 64);
      Connection connection = fixture.connect(server, limits, slow);
      for (int i = 0; i < count; i++) {
        assertTrue(
            delivered.tryAcquire(1, Limits.GENEROUS.toSeconds(), SECONDS),
            "message " + i + " did not come");
        unconsumed.decrementAndGet();
        connection.consumed(payload.length);
      }
      assertEquals("ended NS_OK", last(slow.awaitEnd()));
      server.join();
      assertTrue(mostUnconsumed.get() <= 4, () -> mostUnconsumed + " messages at once");
    }

    @Test
    void sendingIsRefusedWhileTooMuchIsWaiting() throws Exception {
      CountDownLatch isRefused = new CountDownLatch(1);
      int size = 1 << 20;
      ConnectionLimits limits =
          new ConnectionLimits(Limits.GENEROUS, Limits.GENEROUS, size, 1 << 20, 32L * size, 64);
      AtomicInteger sent = new AtomicInteger();
      RawServer server =
          fixture.serve(
              peer -> {
                peer.accept();
                isRefused.await();
                for (int i = 0; i < sent.get(); i++) {
                  assertEquals(size, peer.readFrame().payload().length);
                }
                assertEquals("again", peer.readFrame().text());
                peer.writeHex("8800");
              });
      Connection connection = fixture.connect(server, limits, listener);
      listener.await("opened \"\" \"\"");
      byte[] message = new byte[size];
      XpcomException refusal =
          assertThrows(
              XpcomException.class,
              () -> {
                for (int i = 0; i < 1000; i++) {
                  connection.sendBinary(message);
                  sent.incrementAndGet();
                }
              });
      assertEquals(NS_BASE_STREAM_WOULD_BLOCK, refusal.result());
      XpcomException tooBig =
          assertThrows(XpcomException.class, () -> connection.sendBinary(new byte[size + 1]));
      assertEquals(NS_ERROR_FILE_TOO_BIG, tooBig.result());
      isRefused.countDown();
      listener.await("acknowledged " + size, sent.get());
      connection.sendText("again");
      assertEquals("ended NS_OK", last(listener.awaitEnd()));
      server.join();
    }

    @Test
    void pingsOfAServerThatReadsNoPongsDoNotPileUp() throws Exception {
      AtomicBoolean isBlocked = new AtomicBoolean();
      RawServer server =
          fixture.serve(
              peer -> {
                peer.accept();
                byte[] pings = HexFormat.of().parseHex("897D" + "00".repeat(125)).clone();
                Thread writer =
                    new Thread(
                        () -> {
                          try {
                            for (int i = 0; i < 200_000; i++) {
                              peer.write(pings);
                            }
                          } catch (IOException e) {
                            isBlocked.set(true); // the socket was closed under it
                          }
                        },
                        "raw-server-pings");
                writer.start();
                writer.join(500);
                isBlocked.set(writer.isAlive());
                peer.resetOnClose();
              });
      fixture.connect(server, listener);
      listener.awaitEnd();
      assertTrue(isBlocked.get(), "25 MB of pings were taken, and their pongs kept");
    }

    @Test
    void messagesOfSeveralThreadsKeepTheOrderOfEach() throws Exception {
      int threads = 4;
      int count = 500;
      RawServer server =
          fixture.serve(
              peer -> {
                peer.accept();
                int[] next = new int[threads];
                for (int i = 0; i < threads * count; i++) {
                  String[] words = peer.readFrame().text().split(" ", -1);
                  int thread = Integer.parseInt(words[0]);
                  assertEquals(next[thread]++, Integer.parseInt(words[1]));
                }
                peer.writeHex("8800");
              });
      Connection connection =
          fixture.connect(server, listener); // sending may begin before it is open
      for (int i = 0; i < threads; i++) {
        int thread = i;
        new Thread(
                () -> {
                  for (int j = 0; j < count; j++) {
                    connection.sendText(thread + " " + j);
                  }
                },
                "sender-" + i)
            .start();
      }
      assertEquals("ended NS_OK", last(listener.awaitEnd()));
      server.join();
    }

    @Test
    void batchesEndBehindTheirCalls() throws Exception {
      List<String> heard = new CopyOnWriteArrayList<>();
      CountDownLatch batchEnded = new CountDownLatch(1);
      RecordingListener batches =
          new RecordingListener() {
            @Override
            public void text(String message, int payloadBytes) {
              heard.add(message);
            }

            @Override
            public void batchEnded() {
              heard.add("|");
              if (heard.contains("c")) {
                batchEnded.countDown();
              }
            }
          };
      RawServer server =
          fixture.serve(
              peer -> {
                peer.accept();
                peer.writeHex("810161 810162 810163");
                peer.readFrame();
                peer.writeHex("8800");
                peer.readFrame();
              });
      Connection connection = fixture.connect(server, batches);
      connection.sendText("got them");
      batches.awaitEnd();
      assertTrue(batchEnded.await(Limits.GENEROUS.toMillis(), MILLISECONDS), heard::toString);
      assertEquals("abc", String.join("", heard).replace("|", ""));
      assertTrue(String.join("", heard).contains("abc|"), heard::toString);
    }
  }

  private static String last(List<String> calls) {
    return calls.get(calls.size() - 1);
  }
}
