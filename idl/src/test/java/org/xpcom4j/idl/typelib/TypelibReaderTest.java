package org.xpcom4j.idl.typelib;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xpcom4j.idl.typelib.TypelibType.InterfacePointer;
import org.xpcom4j.idl.typelib.TypelibType.Simple;

@DisplayName("TypelibReader: from bytes to the model")
class TypelibReaderTest {
  /** Offsets 1, 6, 11 and 16 of the pool; the pool begins at 92. */
  private static final String POOL = "exIA\0exIB\0call\0";

  @Test
  void whatWasReadIsWrittenAsItWas() throws IOException, TypelibFormatException {
    byte[] bytes = Samples.types();
    assertArrayEquals(bytes, TypelibWriter.write(TypelibReader.read(bytes)));
  }

  @Test
  void whatWasWrittenIsReadAsItWas() throws TypelibFormatException {
    var parameter =
        new TypelibParameter(Set.of(TypelibParameter.Flag.IN), new InterfacePointer("exIB"));
    var method =
        new TypelibMethod(
            "make",
            Set.of(TypelibMethod.Flag.CONSTRUCTOR),
            List.of(parameter),
            Simple.value(TypeTag.INT8));
    var constant = new TypelibConstant("MOST", TypeTag.UINT32, 0xFFFFFFFFL);
    var body =
        new InterfaceBody(
            Optional.of("exIB"),
            List.of(method),
            List.of(constant),
            Set.of(InterfaceBody.Flag.SCRIPTABLE));
    var typelib =
        new Typelib(
            List.of(
                new TypelibInterface(new UUID(-1, 1), "exIA", "org.example", Optional.of(body)),
                new TypelibInterface(new UUID(0, 1), "exIB", "", Optional.empty())));
    assertEquals(typelib, TypelibReader.read(TypelibWriter.write(typelib)));
  }

  @Test
  void anUnlinkedFileMayNameAnInterfaceTwice() throws TypelibFormatException {
    byte[] bytes =
        file(
            "00 00 00 01 00 00 00 00 00 00 00 00",
            "00 00 00 01 00 00 00 00 00 00 00 10",
            "00 00 00 00 00 00 80");
    assertTrue(TypelibReader.read(bytes).find("exIA").orElseThrow().isResolved());
  }

  @Test
  void bitsThatMeanNothingAreOverlooked() throws TypelibFormatException {
    byte[] plain = described("00 00 00 01 00 00 00 00 0B 01 80 02 80 06 00 00 80");
    byte[] noisy = described("00 00 00 01 01 00 00 00 0B 01 83 42 83 46 00 00 8F");
    assertEquals(TypelibReader.read(plain), TypelibReader.read(noisy));
  }

  @Nested
  class Refuses {
    @ParameterizedTest(name = "{1}")
    @CsvSource(
        delimiter = '|',
        textBlock =
            """
            0, 59                      | byte 0 (0x0): no typelib, which begins with "XPCOM\\nTypeLib"
            15, 1B                     | byte 15 (0xF): no typelib, which begins with "XPCOM\\nTypeLib"
            16, 02                     | byte 16 (0x10): version 2.2, and 1.2 is the last that is known
            17, 03                     | byte 16 (0x10): version 1.3, and 1.2 is the last that is known
            18, FF FF                  | byte 24 (0x18): a directory of 65535 interfaces at byte 35 is not in the file
            20, FF FF FF FF            | byte 20 (0x14): the file should have 4294967295 bytes and has 129
            24, 00 00 00 00            | byte 24 (0x18): a directory of 2 interfaces at byte -1 is not in the file
            24, FF FF FF FF            | byte 24 (0x18): a directory of 2 interfaces at byte 4294967294 is not in the file
            28, 00 00 00 82            | byte 28 (0x1C): the pool at byte 130 is not in the file
            51, 00 00 00 00            | byte 51 (0x33): interface without a name
            51, 00 00 00 05            | byte 96 (0x60): the name of the interface is ""
            51, FF FF FF FF            | byte 51 (0x33): the interface points at offset 4294967295 of the pool, behind the end of the file
            55, 00 00 00 10            | byte 107 (0x6B): the namespace is ""
            59, 00 00 00 27            | byte 35 (0x23): the descriptor of exIA points at offset 39 of the pool, behind the end of the file
            59, 00 00 00 25            | byte 128 (0x80): the file ends before the parent of the interface
            92, 65 20 22 FF            | byte 92 (0x5C): the name of the interface is "e\\x20\\x22\\xff"
            107, 00 03                 | byte 107 (0x6B): interface 3 of a directory that has 2
            109, FF FF                 | byte 109 (0x6D): 65535 methods are announced, and only 18 bytes follow
            112, 00 00 00 00           | byte 112 (0x70): method without a name
            116, FF                    | byte 116 (0x74): 255 parameters are announced, and only 12 bytes follow
            118, 1B                    | byte 118 (0x76): type 27, and the last that is known is 26
            118, 2E                    | byte 118 (0x76): type NSID is a reference and no pointer
            118, 12                    | byte 118 (0x76): type INTERFACE without being a pointer
            118, 92 00 00              | byte 119 (0x77): interface 0 of a directory that has 2
            118, 93 01                 | byte 119 (0x77): interface ID in parameter 1 of a method that has 1
            118, 94 01 00              | byte 119 (0x77): array size in parameter 1 of a method that has 1
            118, 96 00 01              | byte 120 (0x78): string length in parameter 1 of a method that has 1
            121, FF FF                 | byte 121 (0x79): 65535 constants are announced, and only 6 bytes follow
            """)
    void whatIsWrong(String edit, String message) {
      int comma = edit.indexOf(',');
      byte[] bytes = described("00 00 00 01 00 00 00 00 0B 01 80 02 80 06 00 00 80");
      byte[] more = HexFormat.ofDelimiter(" ").parseHex(edit.substring(comma + 2));
      byte[] longer = Arrays.copyOf(bytes, bytes.length + 5);
      ByteBuffer.wrap(longer).putInt(20, longer.length);
      System.arraycopy(more, 0, longer, Integer.parseInt(edit.substring(0, comma)), more.length);
      var refused = assertThrows(TypelibFormatException.class, () -> TypelibReader.read(longer));
      assertEquals(message, refused.getMessage());
    }

    @Test
    void constantsOfOtherTypes() {
      assertRefused(
          described("00 00 00 00 00 01 00 00 00 0B 07 00 00 00 00 00 00 00 00 80"),
          "byte 117 (0x75): constant call is of type UINT64");
    }

    @Test
    void arraysThatNest() {
      String nest = "94 00 00 ".repeat(100_000);
      assertRefused(
          described("00 00 00 01 00 00 00 00 0B 01 80 " + nest + "02 80 06 00 00 80"),
          "byte 142 (0x8E): arrays are nested more than 8 deep");
    }

    @Test
    void aCircleOfParents() {
      byte[] bytes =
          file(
              "00 00 00 01 00 00 00 00 00 00 00 10",
              "00 00 00 06 00 00 00 00 00 00 00 17",
              "00 02 00 00 00 00 80 00 01 00 00 00 00 80");
      assertRefused(bytes, "byte 35 (0x23): exIA is derived from a circle of interfaces");
    }

    @Test
    void anInterfaceThatIsDescribedTwice() {
      byte[] bytes =
          file(
              "00 00 00 01 00 00 00 00 00 00 00 10",
              "00 00 00 01 00 00 00 00 00 00 00 17",
              "00 00 00 00 00 00 80 00 00 00 00 00 00 80");
      assertRefused(bytes, "byte 63 (0x3F): exIA is described twice");
    }

    @Test
    void descriptorsThatOverlap() {
      String method = "00 00 00 00 0B 00 80 06 ".repeat(20);
      byte[] bytes =
          file(
              "00 00 00 01 00 00 00 00 00 00 00 10",
              "00 00 00 06 00 00 00 00 00 00 00 10",
              "00 00 00 14 " + method + "00 00 80");
      assertRefused(bytes, "byte 107 (0x6B): the descriptor of exIB overlaps with others");
    }

    @Test
    void namesThatOverlap() {
      int count = 2_000;
      var methods = new StringBuilder();
      for (int i = 0; i < count; i++) {
        methods.append(String.format("00 %08x 00 80 06 ", 0x10 + 11 + 8 * count + i));
      }
      String name = "61 ".repeat(100_000) + "00";
      byte[] bytes =
          described(
              "00 00 "
                  + String.format("%04x ", count)
                  + methods
                  + "00 00 80"
                  + "00 00 00 00 "
                  + name);
      assertRefused(
          bytes,
          "byte 264 (0x108): the names that are mentioned add up to much more than the file");
    }

    @Test
    void theEmptyFile() {
      assertRefused(new byte[0], "byte 0 (0x0): no typelib, which begins with \"XPCOM\\nTypeLib\"");
    }
  }

  private static void assertRefused(byte[] bytes, String message) {
    var refused = assertThrows(TypelibFormatException.class, () -> TypelibReader.read(bytes));
    assertEquals(message, refused.getMessage());
  }

  /** The typelib of exIA, with that descriptor at 107, and of exIB, which is only mentioned. */
  private static byte[] described(String descriptor) {
    return file(
        "00 00 00 01 00 00 00 00 00 00 00 10", "00 00 00 06 00 00 00 00 00 00 00 00", descriptor);
  }

  private static byte[] file(String first, String second, String descriptors) {
    HexFormat hex = HexFormat.of();
    byte[] pool = POOL.getBytes(StandardCharsets.US_ASCII);
    byte[] tail = hex.parseHex(descriptors.replace(" ", ""));
    return ByteBuffer.allocate(92 + pool.length + tail.length)
        .put(Layout.MAGIC.getBytes(StandardCharsets.ISO_8859_1))
        .put(hex.parseHex("01020002"))
        .putInt(92 + pool.length + tail.length)
        .putInt(36)
        .putInt(92)
        .put(hex.parseHex("800000"))
        .put(new byte[16])
        .put(hex.parseHex(first.replace(" ", "")))
        .put(new byte[16])
        .put(hex.parseHex(second.replace(" ", "")))
        .put((byte) 0)
        .put(pool)
        .put(tail)
        .array();
  }
}
