package org.xpcom4j.idl.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The bytes of a file become text")
class DecodedTextTest {
  @Test
  void validUtf8IsUtf8() {
    assertEquals(
        new DecodedText("// caf\u00e9 \u20ac\n", UTF_8, false),
        DecodedText.of("// caf\u00e9 \u20ac\n".getBytes(UTF_8)));
  }

  @Test
  void whatIsNotValidUtf8IsLatin1() {
    assertEquals(
        new DecodedText("// caf\u00e9\n", ISO_8859_1, false),
        DecodedText.of("// caf\u00e9\n".getBytes(ISO_8859_1)));
  }

  @Test
  void theByteOrderMarkIsNoPartOfTheText() {
    byte[] bytes = "\uFEFFinterface nsIFoo;\n".getBytes(UTF_8);
    DecodedText decoded = DecodedText.of(bytes);
    assertEquals("interface nsIFoo;\n", decoded.text());
    assertArrayEquals(bytes, decoded.encode(decoded.text()));
  }

  @Test
  void anotherTextIsEncodedAsTheFileWas() {
    DecodedText decoded = DecodedText.of("\u00e9".getBytes(ISO_8859_1));
    assertArrayEquals(new byte[] {(byte) 0xFC}, decoded.encode("\u00fc"));
  }
}
