package org.xpcom4j.registry.manifest;

import java.util.ArrayList;
import java.util.List;

/**
 * What stands between spaces and tabs.
 *
 * @param text the word
 * @param position where it begins in its line, from 0
 */
record Word(String text, int position) {

  int end() {
    return position + text.length();
  }

  /** Takes a line apart. There are no quotes and no escapes. */
  static List<Word> split(String line) {
    var words = new ArrayList<Word>();
    int at = 0;
    while (at < line.length()) {
      int start = at;
      while (at < line.length() && line.charAt(at) != ' ' && line.charAt(at) != '\t') {
        at++;
      }
      if (at > start) {
        words.add(new Word(line.substring(start, at), start));
      }
      at++;
    }
    return words;
  }
}
