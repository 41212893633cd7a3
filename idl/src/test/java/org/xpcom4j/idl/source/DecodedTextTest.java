package org.xpcom4j.idl.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The bytes of a file become text")
class DecodedTextTest {
  @Test
  void validUtf8IsUtf8() {
    String text = "// caf\u00e9 \u20ac \ud83d\ude00\n";
    assertEquals(text, DecodedText.of(text.getBytes(UTF_8)).text());
  }

  @Test
  void whatIsNotValidUtf8IsLatin1() {
    assertEquals("// caf\u00e9\n", DecodedText.of("// caf\u00e9\n".getBytes(ISO_8859_1)).text());
  }

  @Test
  void oneFileMayHaveBoth() {
    byte[] bytes = bytes("// \u20ac\n".getBytes(UTF_8), "// \u00e9\n".getBytes(ISO_8859_1));
    assertEquals("// \u20ac\n// \u00e9\n", DecodedText.of(bytes).text());
  }

  @Test
  void theByteOrderMarkIsNoPartOfTheText() {
    byte[] bytes = "\uFEFFinterface nsIFoo;\n".getBytes(UTF_8);
    DecodedText decoded = DecodedText.of(bytes);
    assertEquals("interface nsIFoo;\n", decoded.text());
    assertArrayEquals(bytes, decoded.encode(decoded.text()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "\u00fc", "\u00e9\u00ff", "\u00c3\u00a9", "a\u00e9b\u00fcc"})
  void latin1IsEncodedAsItWas(String latin) {
    byte[] utf8 = "\u20ac \u00e9\ud83d\ude00".getBytes(UTF_8);
    byte[] bytes = bytes(latin.getBytes(ISO_8859_1), utf8, latin.getBytes(ISO_8859_1), utf8);
    DecodedText decoded = DecodedText.of(bytes);
    assertArrayEquals(bytes, decoded.encode(decoded.text()));
  }

  @ParameterizedTest(name = "after {0} bytes")
  @ValueSource(ints = {0, 1, 2, 3, 4})
  void aCharacterThatIsCutOffIsLatin1(int length) {
    byte[] bytes = Arrays.copyOf("\ud83d\ude00".getBytes(UTF_8), length);
    DecodedText decoded = DecodedText.of(bytes);
    assertEquals(length == 4 ? "\ud83d\ude00" : new String(bytes, ISO_8859_1), decoded.text());
    assertArrayEquals(bytes, decoded.encode(decoded.text()));
  }

  @Test
  void spaceMayComeAndGo() {
    byte[] bytes = bytes("\u00e9 ".getBytes(ISO_8859_1), "\u00e9".getBytes(UTF_8));
    assertArrayEquals(
        bytes("\u00e9".getBytes(ISO_8859_1), "\n\u00e9".getBytes(UTF_8)),
        DecodedText.of(bytes).encode("\u00e9\n\u00e9"));
  }

  private static byte[] bytes(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
