package org.xpcom4j.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Result codes")
class NsresultTest {

  @Test
  void constantsAreThoseOfTheTable() throws IOException {
    assertEquals(table(), constants().collect(Collectors.joining()));
  }

  private static Stream<String> constants() {
    return Arrays.stream(Nsresult.class.getDeclaredFields())
        .filter(field -> Modifier.isPublic(field.getModifiers()))
        .map(field -> String.format("%s 0x%08X%n", field.getName(), valueOf(field.getName())))
        .sorted();
  }

  private static String table() throws IOException {
    try (InputStream table = NsresultTest.class.getResourceAsStream("result-codes.txt")) {
      return new String(table.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> line + System.lineSeparator())
          .sorted()
          .collect(Collectors.joining());
    }
  }

  private static long valueOf(String name) {
    try {
      return Nsresult.class.getDeclaredField(name).getLong(null);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(name, e);
    }
  }

  @Nested
  @DisplayName("nameOf")
  class Names {

    @Test
    void everyConstantHasTheNameOfAConstantOfItsValue() {
      var misnamed =
          Arrays.stream(Nsresult.class.getDeclaredFields())
              .filter(field -> Modifier.isPublic(field.getModifiers()))
              .map(field -> valueOf(field.getName()))
              .filter(value -> valueOf(Nsresult.nameOf(value)) != value)
              .toList();
      assertTrue(misnamed.isEmpty(), misnamed::toString);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
      "NS_BINDING_SUCCEEDED, NS_OK",
      "NS_ERROR_NO_INTERFACE, NS_NOINTERFACE",
      "NS_ERROR_INVALID_ARG, NS_ERROR_ILLEGAL_VALUE",
      "NS_ERROR_INVALID_POINTER, NS_ERROR_ILLEGAL_VALUE",
      "NS_ERROR_NULL_POINTER, NS_ERROR_ILLEGAL_VALUE",
      "NS_NET_STATUS_RESOLVING_HOST, NS_BINDING_REDIRECTED",
      "NS_NET_STATUS_RESOLVED_HOST, NS_ERROR_ALREADY_CONNECTED"
    })
    void sharedValuesHaveTheFirstNameOfTheTable(String later, String first) {
      assertEquals(first, Nsresult.nameOf(valueOf(later)));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
        delimiter = '|',
        value = {
          "0x804B1234 | 0x804B1234 (module 6, code 4660)",
          "0x805A2710 | 0x805A2710 (module 21, code 10000)",
          "0x00790001 | 0x00790001 (module 52, code 1)"
        })
    void unknownValuesAreTakenApart(String value, String expected) {
      assertEquals(expected, Nsresult.nameOf(Long.decode(value)));
    }

    @Test
    void signExtendedValuesAreTheSame() {
      assertEquals("NS_ERROR_FAILURE", Nsresult.nameOf(0xFFFFFFFF80004005L));
    }
  }

  @Nested
  @DisplayName("describe")
  class Descriptions {

    @Test
    void namesAndValuesStandTogether() {
      assertEquals(
          "NS_ERROR_ILLEGAL_VALUE (0x80070057)", Nsresult.describe(Nsresult.NS_ERROR_INVALID_ARG));
    }

    @Test
    void successIsDescribedToo() {
      assertEquals("NS_OK (0x00000000)", Nsresult.describe(0));
    }

    @Test
    void unknownValuesStandOnce() {
      assertEquals("0x804B1234 (module 6, code 4660)", Nsresult.describe(0x804B1234L));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {Nsresult.NS_ERROR_FAILURE, Nsresult.NS_ERROR_BASE, 0xFFFFFFFFL, -1})
  void severityBitMakesAFailure(long result) {
    assertTrue(Nsresult.failed(result));
    assertFalse(Nsresult.succeeded(result));
  }

  @ParameterizedTest
  @ValueSource(longs = {Nsresult.NS_OK, Nsresult.NS_SUCCESS_ADOPTED_DATA, 0x7FFFFFFFL})
  void withoutSeverityBitItIsASuccess(long result) {
    assertTrue(Nsresult.succeeded(result));
    assertFalse(Nsresult.failed(result));
  }
}
