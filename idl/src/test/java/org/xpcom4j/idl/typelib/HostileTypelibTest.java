package org.xpcom4j.idl.typelib;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("TypelibReader: whatever the bytes are")
class HostileTypelibTest {
  private byte[] sample;

  @BeforeEach
  void makeSample() throws IOException {
    sample = Samples.types();
  }

  @Test
  void aFileThatIsCutOffIsRefused() {
    for (int size = 0; size < sample.length; size++) {
      byte[] cut = Arrays.copyOf(sample, size);
      assertThrows(TypelibFormatException.class, () -> TypelibReader.read(cut), "at " + size);
    }
  }

  @Test
  void aFileThatIsCutOffAndSaysSoIsRefused() {
    for (int size = 36; size < sample.length; size++) {
      byte[] cut = withLength(Arrays.copyOf(sample, size));
      assertThrows(TypelibFormatException.class, () -> TypelibReader.read(cut), "at " + size);
    }
  }

  @Test
  void everySingleByteMayBeAnything() {
    for (int at = 0; at < sample.length; at++) {
      for (int value = 0; value < 256; value++) {
        byte[] bytes = sample.clone();
        bytes[at] = (byte) value;
        readAndPrint(bytes, "byte " + at + " is " + value);
      }
    }
  }

  /** Else a small file could become a large model. */
  @Test
  void whatIsMentionedOftenIsThereOnce() throws TypelibFormatException {
    int count = 10_000;
    ByteBuffer file = ByteBuffer.allocate(109 + 8 * count + 3);
    file.put(sample, 0, 35).putShort(18, (short) 2).putInt(20, file.capacity()).putInt(28, 92);
    file.put(HexFormat.of().parseHex("00".repeat(16) + "00000001" + "00000000" + "0000000e"));
    file.put(HexFormat.of().parseHex("00".repeat(16) + "00000001" + "00000000" + "00000000"));
    file.put((byte) 0).put("exIMethods12\0".getBytes(StandardCharsets.US_ASCII));
    file.putShort((short) 0).putShort((short) count);
    for (int i = 0; i < count; i++) {
      file.put(HexFormat.of().parseHex("0800000001008006"));
    }
    TypelibInterface read = TypelibReader.read(file.array()).find("exIMethods12").orElseThrow();
    List<TypelibMethod> methods = read.body().orElseThrow().methods();
    assertEquals(count, methods.size());
    assertSame(read.name(), methods.get(count - 1).name());
    assertSame(methods.get(0).flags(), methods.get(count - 1).flags());
  }

  private static void readAndPrint(byte[] bytes, String what) {
    try {
      Typelib typelib = TypelibReader.read(bytes);
      String text = TypelibPrinter.print(typelib);
      assertTrue(text.length() < 100_000 + 50 * bytes.length, what);
    } catch (TypelibFormatException refused) {
      assertTrue(refused.offset() >= 0 && refused.offset() <= bytes.length, what);
    } catch (RuntimeException | StackOverflowError failure) {
      throw new AssertionError(what + ": " + HexFormat.of().formatHex(bytes), failure);
    }
  }

  private static byte[] withLength(byte[] bytes) {
    ByteBuffer.wrap(bytes).putInt(20, bytes.length);
    return bytes;
  }
}
