package org.xpcom4j.contract.suite.torture.report;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Writes JSON: maps, lists, strings, numbers and booleans. */
final class Json {
  private static final String INDENT = "  ";

  private Json() {}

  static String of(Object value) {
    StringBuilder out = new StringBuilder();
    write(out, value, "");
    return out.append('\n').toString();
  }

  private static void write(StringBuilder out, Object value, String indent) {
    if (value instanceof Map<?, ?> map) {
      List<Runnable> members = new ArrayList<>();
      map.forEach(
          (name, member) ->
              members.add(
                  () -> {
                    quote(out, name.toString());
                    out.append(": ");
                    write(out, member, indent + INDENT);
                  }));
      group(out, '{', members, '}', indent);
    } else if (value instanceof List<?> list) {
      List<Runnable> items = new ArrayList<>();
      list.forEach(item -> items.add(() -> write(out, item, indent + INDENT)));
      group(out, '[', items, ']', indent);
    } else if (value instanceof Number || value instanceof Boolean) {
      out.append(value);
    } else {
      quote(out, value.toString());
    }
  }

  private static void group(
      StringBuilder out, char open, List<Runnable> items, char close, String indent) {
    out.append(open);
    for (Iterator<Runnable> rest = items.iterator(); rest.hasNext(); ) {
      out.append('\n').append(indent).append(INDENT);
      rest.next().run();
      out.append(rest.hasNext() ? "," : "\n" + indent);
    }
    out.append(close);
  }

  private static void quote(StringBuilder out, String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"', '\\' -> out.append('\\').append(c);
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < 0x20 || Character.isSurrogate(c)) {
            out.append(String.format("\\u%04x", (int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }
}
