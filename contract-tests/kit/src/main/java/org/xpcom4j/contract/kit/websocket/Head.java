package org.xpcom4j.contract.kit.websocket;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The head of an HTTP request or answer.
 *
 * @param firstLine the request line or the status line
 * @param fields the header lines, in order, as they came
 */
public record Head(String firstLine, List<Field> fields) {
  private static final int MAX_BYTES = 64 * 1024;

  /**
   * One header line.
   *
   * @param name its name as it came
   * @param value its value without white space around it
   */
  public record Field(String name, String value) {}

  /**
   * Copies the list.
   *
   * @param firstLine the request line or the status line
   * @param fields the header lines, in order, as they came
   */
  public Head {
    fields = List.copyOf(fields);
  }

  /**
   * Finds the values of a header.
   *
   * @param name its name, in any case
   * @return the values, in order
   */
  public List<String> all(String name) {
    return fields.stream()
        .filter(field -> field.name().equalsIgnoreCase(name))
        .map(Field::value)
        .toList();
  }

  /**
   * Finds the value of a header that comes once.
   *
   * @param name its name, in any case
   * @return the value; empty when the header is missing or there are several
   */
  public Optional<String> only(String name) {
    List<String> values = all(name);
    return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
  }

  /**
   * Looks for a word in a comma-separated header.
   *
   * @param name the header's name, in any case
   * @param token the word, in any case
   * @return whether it is there
   */
  public boolean hasToken(String name, String token) {
    return String.join(",", all(name)).toLowerCase(Locale.ROOT).lines().findFirst().stream()
        .flatMap(list -> List.of(list.split(",", -1)).stream())
        .anyMatch(word -> word.strip().equals(token.toLowerCase(Locale.ROOT)));
  }

  /** Reads a head, byte by byte, so that nothing behind it is taken; empty when the stream has ended. */
  static Optional<Head> read(InputStream in) throws IOException {
    StringBuilder text = new StringBuilder();
    while (text.length() < 4 || !text.substring(text.length() - 4).equals("\r\n\r\n")) {
      int next = in.read();
      if (next < 0 && text.isEmpty()) {
        return Optional.empty();
      }
      if (next < 0) {
        throw new EOFException("the stream ends inside an HTTP head: " + text);
      }
      if (text.length() == MAX_BYTES) {
        throw new IOException("an HTTP head of more than " + MAX_BYTES + " bytes");
      }
      text.append((char) next);
    }
    return Optional.of(parse(text.toString()));
  }

  private static Head parse(String text) {
    List<String> lines = List.of(text.split("\r\n", 0));
    List<Field> fields = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      int colon = line.indexOf(':');
      fields.add(
          colon < 0
              ? new Field(line, "")
              : new Field(line.substring(0, colon), line.substring(colon + 1).strip()));
    }
    return new Head(lines.get(0), fields);
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
