package org.xpcom4j.idl.typelib;

import java.util.HexFormat;
import java.util.stream.Collectors;

/** Bytes as people write and read them: hex digits, and behind a semicolon what they mean. */
final class AnnotatedHex {
  private AnnotatedHex() {}

  static byte[] parse(String text) {
    return HexFormat.of().parseHex(strip(text).replaceAll("\\s", ""));
  }

  /** Lays out bytes in the lines of an annotated text, so that the two can be compared as texts. */
  static String like(String annotated, byte[] bytes) {
    var out = new StringBuilder();
    int at = 0;
    for (String line : annotated.lines().toList()) {
      int wanted = parse(line).length;
      int size = Math.min(wanted, bytes.length - at);
      String words = line.contains(";") ? line.substring(line.indexOf(';')) : "";
      String digits = HexFormat.ofDelimiter(" ").withUpperCase().formatHex(bytes, at, at + size);
      out.append(digits).append(digits.isEmpty() ? "" : " ").append(words).append('\n');
      at += size;
    }
    if (at < bytes.length) {
      out.append(HexFormat.ofDelimiter(" ").formatHex(bytes, at, bytes.length)).append(" ; left\n");
    }
    return out.toString();
  }

  private static String strip(String text) {
    return text.lines().map(line -> line.replaceFirst(";.*", "")).collect(Collectors.joining("\n"));
  }
}
