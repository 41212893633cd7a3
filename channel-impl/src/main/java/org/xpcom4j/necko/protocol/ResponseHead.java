package org.xpcom4j.necko.protocol;

import java.util.ArrayList;
import java.util.List;

/**
 * The head of an HTTP response.
 *
 * @param version as on the wire, such as {@code HTTP/1.1}
 * @param status the status code
 * @param reason the words after it
 * @param fields the header fields in order
 */
public record ResponseHead(String version, int status, String reason, List<Field> fields) {
  /**
   * One line of the header.
   *
   * @param name in any case
   * @param value without the blanks around it
   */
  public record Field(String name, String value) {}

  /**
   * Copies the fields.
   *
   * @param version as on the wire
   * @param status the status code
   * @param reason the words after it
   * @param fields the header fields in order
   */
  public ResponseHead {
    fields = List.copyOf(fields);
  }

  /** The values of all fields with a name, in order. */
  List<String> values(String name) {
    return fields.stream()
        .filter(field -> field.name().equalsIgnoreCase(name))
        .map(Field::value)
        .toList();
  }

  /** The words of all fields with a name, which commas and blanks divide. */
  List<String> tokens(String name) {
    List<String> tokens = new ArrayList<>();
    for (String value : values(name)) {
      for (String token : value.split("[, \t]+", -1)) {
        if (!token.isEmpty()) {
          tokens.add(token);
        }
      }
    }
    return tokens;
  }
}
