package org.xpcom4j.idl.html;

import org.xpcom4j.idl.html.Catalog.Entry;
import org.xpcom4j.idl.model.Member;

/** What can be searched for, as a script: pages that are opened as files can load nothing else. */
final class SearchIndex {
  private SearchIndex() {}

  static String of(Catalog catalog) {
    StringBuilder out = new StringBuilder("\"use strict\";\nwindow.searchIndex = [");
    String separator = "\n";
    for (Entry entry : catalog.entries()) {
      out.append(separator);
      separator = ",\n";
      row(out, entry.name(), "interface", entry.page());
      for (Member member : Members.named(entry.definition())) {
        String name = Members.name(member);
        out.append(separator);
        row(out, entry.name() + "." + name, Members.kind(member), entry.page() + "#" + name);
      }
      for (String contractId : entry.contracts().values()) {
        out.append(separator);
        row(out, contractId, "contract ID", entry.page() + "#contract-ids");
      }
    }
    for (String code : catalog.thrown().keySet()) {
      out.append(separator);
      separator = ",\n";
      row(out, code, "result code", PageFrame.RESULTS + "#" + code);
    }
    return out.append("\n];\n").toString();
  }

  private static void row(StringBuilder out, String text, String kind, String address) {
    out.append('[').append(quoted(text)).append(", ").append(quoted(kind)).append(", ");
    out.append(quoted(address)).append(']');
  }

  private static String quoted(String text) {
    StringBuilder out = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c > '~' || c == '"' || c == '\\' || c == '<') {
        out.append("\\u").append(String.format("%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    return out.append('"').toString();
  }
}
