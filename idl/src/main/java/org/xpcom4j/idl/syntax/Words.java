package org.xpcom4j.idl.syntax;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The words of one file, each made once: most of what a file says it says many times. A hash table
 * with open addressing.
 */
final class Words {
  /** How many other words may be in the way; with more, somebody chose them to be slow. */
  private static final int MOST_PROBES = 16;

  private @Nullable Word[] table = new @Nullable Word[128];
  private int size;

  /**
   * A word that a file has.
   *
   * @param text the word
   * @param kind a keyword, or a name
   * @param hash of the characters
   */
  record Word(String text, TokenKind kind, int hash) {
    private boolean is(char[] chars, int start, int end) {
      if (text.length() != end - start) {
        return false;
      }
      for (int i = start; i < end; i++) {
        if (text.charAt(i - start) != chars[i]) {
          return false;
        }
      }
      return true;
    }
  }

  // hot: FrontEndBenchmark
  Word get(char[] chars, int start, int end) {
    int hash = 0;
    for (int i = start; i < end; i++) {
      hash = hash * 31 + chars[i];
    }
    int slot = slot(hash);
    int probes = 0;
    for (Word found; (found = table[slot]) != null; slot = slot + 1 & table.length - 1) {
      if (found.hash == hash && found.is(chars, start, end)) {
        return found;
      }
      if (++probes == MOST_PROBES) {
        return make(chars, start, end, hash);
      }
    }
    Word made = make(chars, start, end, hash);
    table[slot] = made;
    if (++size > table.length / 2) {
      grow();
    }
    return made;
  }

  private static Word make(char[] chars, int start, int end, int hash) {
    String text = new String(chars, start, end - start);
    return new Word(text, TokenKind.ofWord(text), hash);
  }

  private void grow() {
    @Nullable Word[] old = table;
    table = Arrays.copyOf(table, old.length * 2);
    Arrays.fill(table, null);
    for (Word word : old) {
      if (word != null) {
        int slot = slot(word.hash);
        while (table[slot] != null) {
          slot = slot + 1 & table.length - 1;
        }
        table[slot] = word;
      }
    }
  }

  private int slot(int hash) {
    return (hash ^ hash >>> 15) & table.length - 1;
  }
}
