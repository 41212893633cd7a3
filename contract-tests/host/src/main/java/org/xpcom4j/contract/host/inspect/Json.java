package org.xpcom4j.contract.host.inspect;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes JSON of maps, lists, text, numbers, truth values and null. */
final class Json {

  private Json() {}

  static String write(@Nullable Object value) {
    return write(value, "");
  }

  private static String write(@Nullable Object value, String indent) {
    String inner = indent + "  ";
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(
              each ->
                  inner
                      + quote(String.valueOf(each.getKey()))
                      + ": "
                      + write(each.getValue(), inner))
          .collect(Collectors.joining(",\n", "{\n", "\n" + indent + "}"));
    }
    if (value instanceof List<?> list) {
      return list.isEmpty()
          ? "[]"
          : list.stream()
              .map(each -> inner + write(each, inner))
              .collect(Collectors.joining(",\n", "[\n", "\n" + indent + "]"));
    }
    return value instanceof Number || value instanceof Boolean || value == null
        ? String.valueOf(value)
        : quote(value.toString());
  }

  static String quote(String text) {
    var quoted = new StringBuilder("\"");
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < ' ' || Character.isSurrogate(c) || c == '\u2028' || c == '\u2029') {
        quoted.append("\\u%04x".formatted((int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }
}
