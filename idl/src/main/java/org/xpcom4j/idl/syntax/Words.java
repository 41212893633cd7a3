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

  private static final int FEWEST = 64;
  private static final int CHARACTERS_PER_WORD = 16;

  private @Nullable Word[] table;
  private int size;

  private final String text;
  private final byte[] bytes;

  /**
   * Starts without any.
   *
   * @param text the file
   * @param bytes one for each character of it, and more
   */
  Words(String text, byte[] bytes) {
    this.text = text;
    this.bytes = bytes;
    int guess = Integer.highestOneBit(Math.max(1, text.length() / CHARACTERS_PER_WORD));
    this.table = new @Nullable Word[Math.max(FEWEST, guess)];
  }

  /**
   * A word that a file has.
   *
   * @param text the word
   * @param kind a keyword, or a name
   * @param hash of the characters
   * @param start where it stands for the first time
   */
  record Word(String text, TokenKind kind, int hash, int start) {}

  // hot: FrontEndBenchmark
  Word get(int start, int end, int hash) {
    int slot = slot(hash);
    int probes = 0;
    for (Word found; (found = table[slot]) != null; slot = slot + 1 & table.length - 1) {
      if (found.hash == hash && isSame(found, start, end)) {
        return found;
      }
      if (++probes == MOST_PROBES) {
        return make(start, end, hash);
      }
    }
    Word made = make(start, end, hash);
    table[slot] = made;
    if (++size > table.length / 2) {
      grow();
    }
    return made;
  }

  private boolean isSame(Word word, int start, int end) {
    int wordEnd = word.start + word.text.length();
    return Arrays.equals(bytes, word.start, wordEnd, bytes, start, end);
  }

  private Word make(int start, int end, int hash) {
    String word = text.substring(start, end);
    return new Word(word, TokenKind.ofWord(word), hash, start);
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
