package org.xpcom4j.registry.pref;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Writes preference files, each line as Gecko writes it. */
final class PrefFileText {

  private static final String HEADER =
      """
      # Preferences

      /* Written by the application whenever it saves: changes that are made here while it runs are
       * lost. */

      """;

  private PrefFileText() {}

  /** Makes a file of the user's values, sorted by bytes. */
  static byte[] of(Map<String, Object> userValues) {
    List<byte[]> lines = new ArrayList<>();
    userValues.forEach((name, value) -> lines.add(line(name, value).getBytes(UTF_8)));
    lines.sort(Arrays::compareUnsigned);
    byte[] header = HEADER.getBytes(UTF_8);
    byte[] file =
        Arrays.copyOf(header, header.length + lines.stream().mapToInt(line -> line.length).sum());
    int at = header.length;
    for (byte[] line : lines) {
      System.arraycopy(line, 0, file, at, line.length);
      at += line.length;
    }
    return file;
  }

  private static String line(String name, Object value) {
    var line = new StringBuilder(PrefStatement.Kind.USER_PREF.keyword()).append('(');
    PrefText.quote(name, line);
    line.append(", ");
    if (value instanceof String text) {
      PrefText.quote(text, line);
    } else {
      line.append(value);
    }
    return line.append(");\n").toString();
  }
}
