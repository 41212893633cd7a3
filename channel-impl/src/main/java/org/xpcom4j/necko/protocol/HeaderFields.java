package org.xpcom4j.necko.protocol;

import java.util.ArrayList;
import java.util.List;

/**
 * The header fields of an HTTP head. Their names count in any case.
 *
 * @param list in their order
 */
public record HeaderFields(List<Field> list) {
  /**
   * One line of the header.
   *
   * @param name a token
   * @param value without the blanks around it; ISO-8859-1, a byte a character
   */
  public record Field(String name, String value) {}

  /**
   * Copies the list.
   *
   * @param list in their order
   */
  public HeaderFields {
    list = List.copyOf(list);
  }

  /** The values of all fields with a name, in order. */
  List<String> values(String name) {
    return list.stream()
        .filter(field -> field.name().equalsIgnoreCase(name))
        .map(Field::value)
        .toList();
  }

  /** Tells whether a word stands, in any case, in a field with that name; commas and blanks divide words. */
  boolean hasToken(String name, String token) {
    return tokens(name).stream().anyMatch(token::equalsIgnoreCase);
  }

  private List<String> tokens(String name) {
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
