package org.xpcom4j.necko.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Whatever is said to be compressed")
class AnyDeflateFuzzTest {
  private static final int LIMIT = 5000;
  private static final byte[] TAIL = {0, 0, (byte) 0xFF, (byte) 0xFF};

  @Timeout(60)
  @MethodSource("org.xpcom4j.necko.protocol.Seeds#compressed")
  @FuzzTest(maxDuration = "5m")
  void itBecomesWhatTheJdkMakesOfItWholeHoweverItIsCut(byte[] input) {
    if (input.length < 2) {
      return;
    }
    byte[] message = Arrays.copyOfRange(input, 1, input.length);
    assertEquals(byTheJdk(message), byUs(message, 1 + (input[0] & 15)));
  }

  private static String byUs(byte[] message, int piece) {
    ZlibPool pool = new ZlibPool(1);
    MessageInflater inflater = new MessageInflater(pool, true, LIMIT);
    MessageBuffer out = new MessageBuffer();
    ByteBuf in = Unpooled.wrappedBuffer(message);
    try {
      while (in.isReadable()) {
        inflater.inflate(in, Math.min(piece, in.readableBytes()), out);
      }
      inflater.endMessage(out);
      return HexFormat.of().formatHex(out.takeBytes());
    } catch (ProtocolViolation e) {
      return String.valueOf(e.closeStatus().code());
    } finally {
      in.release();
      inflater.close();
      pool.close();
      assertEquals(0, pool.live());
    }
  }

  private static String byTheJdk(byte[] message) {
    Inflater inflater = new Inflater(true);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] one = new byte[1]; // so that nothing is read behind what is over the limit
    byte[] in = message;
    try {
      inflater.setInput(in);
      while (true) {
        if (inflater.inflate(one) > 0) {
          if (out.size() == LIMIT) {
            return "1009";
          }
          out.write(one[0]);
        } else if (inflater.finished() && inflater.getRemaining() > 0) { // another stream follows
          int left = inflater.getRemaining();
          inflater.reset();
          inflater.setInput(in, in.length - left, left);
        } else if (inflater.finished() || in == TAIL) {
          return HexFormat.of().formatHex(out.toByteArray());
        } else {
          in = TAIL;
          inflater.setInput(in);
        }
      }
    } catch (DataFormatException e) {
      boolean isTooLarge = out.size() == LIMIT && inflater.getBytesWritten() > LIMIT;
      return isTooLarge ? "1009" : "1007";
    } finally {
      inflater.end();
    }
  }
}
