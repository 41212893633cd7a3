package org.xpcom4j.idl.command;

import java.util.Locale;

/** Writes JSON (RFC 8259) member by member; it keeps account of the commas. */
final class Json {
  private final StringBuilder out = new StringBuilder();
  private boolean needsComma;

  Json open(char bracket) {
    separate();
    out.append(bracket);
    needsComma = false;
    return this;
  }

  Json close(char bracket) {
    out.append(bracket);
    needsComma = true;
    return this;
  }

  /** The name of the member whose value comes next. */
  Json name(String name) {
    separate();
    quote(name);
    out.append(':');
    needsComma = false;
    return this;
  }

  Json value(String text) {
    separate();
    quote(text);
    needsComma = true;
    return this;
  }

  Json value(int number) {
    separate();
    out.append(number);
    needsComma = true;
    return this;
  }

  @Override
  public String toString() {
    return out.toString();
  }

  private void separate() {
    if (needsComma) {
      out.append(',');
    }
  }

  /** Lone surrogates are written as escapes: as bytes of UTF-8 there is nothing to write. */
  private void quote(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < 0x20 || c == 0x7F || Character.isSurrogate(c)) {
            out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }
}
