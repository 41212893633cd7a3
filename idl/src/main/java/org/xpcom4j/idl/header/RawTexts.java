package org.xpcom4j.idl.header;

import org.xpcom4j.idl.model.RawText;

/** Writes C++ of the IDL file as it is, on lines of its own. */
final class RawTexts {
  private RawTexts() {}

  static void append(StringBuilder out, RawText raw) {
    out.append(raw.text());
    if (!raw.text().endsWith("\n")) {
      out.append('\n');
    }
  }
}
