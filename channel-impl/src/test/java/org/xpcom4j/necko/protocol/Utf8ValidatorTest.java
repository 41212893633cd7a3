package org.xpcom4j.necko.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("UTF-8 in pieces")
class Utf8ValidatorTest {
  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "",
        "00",
        "7F",
        "C280",
        "DFBF",
        "E0A080",
        "ED9FBF",
        "EE8080",
        "EFBFBD",
        "EFBFBE",
        "EFBFBF",
        "F0908080",
        "F48FBFBF",
        "CEBAE1BDB9CF83CEBCCEB5",
        "6162636465666768C3A461626364656667"
      })
  void isValid(String hex) {
    byte[] bytes = HexFormat.of().parseHex(hex);
    for (int cut = 0; cut <= bytes.length; cut++) {
      Utf8Validator validator = new Utf8Validator();
      assertTrue(validator.accept(bytes, 0, cut));
      assertTrue(validator.accept(bytes, cut, bytes.length));
      assertTrue(validator.isAtBoundary());
    }
  }

  /** The first byte with which no text can begin like this any more. */
  @ParameterizedTest(name = "{0} at byte {1}")
  @CsvSource({
    "80, 0",
    "BF, 0",
    "C080, 0",
    "C1BF, 0",
    "C27F, 1",
    "C2C0, 1",
    "E08080, 1",
    "E09FBF, 1",
    "EDA080, 1",
    "EDBFBF, 1",
    "E28228, 2",
    "F08080, 1",
    "F08FBFBF, 1",
    "F4908080, 1",
    "F5808080, 0",
    "F8888080, 0",
    "FE, 0",
    "FF, 0",
    "61626364656667680A80, 9",
    "F09F8E28, 3",
    "CEBAED, 9"
  })
  void isRefusedAtTheFirstByteThatMakesItCertain(String hex, int index) {
    byte[] bytes = HexFormat.of().parseHex(hex);
    int firstBad = 0;
    Utf8Validator validator = new Utf8Validator();
    while (firstBad < bytes.length && validator.accept(bytes, firstBad, firstBad + 1)) {
      firstBad++;
    }
    assertEquals(Math.min(index, bytes.length), firstBad);
    assertEquals(firstBad == bytes.length, new Utf8Validator().accept(bytes, 0, bytes.length));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"C2", "E0", "E0A0", "F0", "F090", "F09080", "61C3"})
  void isIncomplete(String hex) {
    byte[] bytes = HexFormat.of().parseHex(hex);
    Utf8Validator validator = new Utf8Validator();
    assertTrue(validator.accept(bytes, 0, bytes.length));
    assertFalse(validator.isAtBoundary());
  }

  @Test
  void isJudgedAsTheJdkJudgesIt() {
    long seed = 20_261_124;
    Random random = new Random(seed);
    byte[] starts = HexFormat.of().parseHex("00417F808FA0BFC0C2DFE0E1EDEFF0F1F4F5FF");
    for (int round = 0; round < 200_000; round++) {
      byte[] bytes = new byte[random.nextInt(12)];
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = starts[random.nextInt(starts.length)];
      }
      Utf8Validator validator = new Utf8Validator();
      boolean isValid = validator.accept(bytes, 0, bytes.length) && validator.isAtBoundary();
      assertEquals(
          isValidForTheJdk(bytes),
          isValid,
          () -> HexFormat.of().formatHex(bytes) + " of seed " + seed);
    }
  }

  private static boolean isValidForTheJdk(byte[] bytes) {
    try {
      var unused = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
