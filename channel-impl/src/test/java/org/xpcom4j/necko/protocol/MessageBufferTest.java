package org.xpcom4j.necko.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("the payload of one message")
class MessageBufferTest {
  private final MessageBuffer buffer = new MessageBuffer();

  @Test
  void thousandsOfSmallFramesMoveWhatCameBeforeAFewTimesOnly() throws ProtocolViolation {
    int moves = 0;
    for (int i = 0; i < 50_000; i++) {
      byte[] before = buffer.bytes();
      buffer.append(octets(64), 64, 64);
      moves += buffer.bytes() == before ? 0 : 1;
    }

    assertEquals(50_000 * 64, buffer.size());
    assertTrue(moves < 20, moves + " moves");
  }

  @Test
  void aMessageOfOneFrameIsHandedOverWithoutACopy() throws ProtocolViolation {
    int total = 300_000;
    for (int at = 0; at < total; at += 1000) {
      buffer.append(octets(1000), 1000, total - at);
    }
    byte[] gathered = buffer.bytes();

    assertSame(gathered, buffer.takeBytes());
  }

  private static ByteBuf octets(int count) {
    return Unpooled.wrappedBuffer(new byte[count]);
  }
}
