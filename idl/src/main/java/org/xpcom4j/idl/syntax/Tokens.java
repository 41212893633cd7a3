package org.xpcom4j.idl.syntax;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xpcom4j.idl.source.DocComment;
import org.xpcom4j.idl.source.SourceText;
import org.xpcom4j.idl.source.Span;

/**
 * The tokens of one file, in columns: a big tree has a million of them, and an object for each would
 * keep the garbage collector busy. {@link Token} is one row.
 */
final class Tokens {
  private static final int CHARACTERS_PER_TOKEN = 8;

  private final SourceText source;
  private TokenKind[] kinds;
  private String[] texts;
  private int[] starts;
  private int[] ends;
  private @Nullable List<DocComment>[] docs;
  private int count;

  Tokens(SourceText source) {
    this.source = source;
    int capacity = source.text().length() / CHARACTERS_PER_TOKEN + 16;
    kinds = new TokenKind[capacity];
    texts = new String[capacity];
    starts = new int[capacity];
    ends = new int[capacity];
    docs = newDocs(capacity);
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // Java has no arrays of generic types
  private static @Nullable List<DocComment>[] newDocs(int length) {
    return new List[length];
  }

  // hot: FrontEndBenchmark
  void add(TokenKind kind, String text, int start, int end, List<DocComment> before) {
    if (count == kinds.length) {
      grow();
    }
    kinds[count] = kind;
    texts[count] = text;
    starts[count] = start;
    ends[count] = end;
    if (!before.isEmpty()) {
      docs[count] = before;
    }
    count++;
  }

  private void grow() {
    int capacity = count * 2;
    kinds = Arrays.copyOf(kinds, capacity);
    texts = Arrays.copyOf(texts, capacity);
    starts = Arrays.copyOf(starts, capacity);
    ends = Arrays.copyOf(ends, capacity);
    docs = Arrays.copyOf(docs, capacity);
  }

  int count() {
    return count;
  }

  TokenKind kind(int index) {
    return kinds[index];
  }

  /** What a token means: a name without its escape, a string without its quotes. */
  String text(int index) {
    return texts[index];
  }

  Span span(int index) {
    return new Span(source, starts[index], ends[index]);
  }

  /** From the start of one token to the end of another. */
  Span span(int first, int last) {
    return new Span(source, starts[first], Math.max(ends[first], ends[last]));
  }

  /** The doc comments since the token before. */
  List<DocComment> docs(int index) {
    List<DocComment> before = docs[index];
    return before == null ? List.of() : before;
  }

  /** A leading underscore makes a name of what would be a keyword or a type. */
  boolean isEscaped(int index) {
    return kinds[index] == TokenKind.IDENTIFIER
        && texts[index].length() < ends[index] - starts[index];
  }

  /** Makes one closing angle bracket of two, its second one. */
  void splitShift(int index) {
    kinds[index] = TokenKind.GREATER;
    texts[index] = TokenKind.GREATER.symbol();
    starts[index]++;
    docs[index] = null;
  }
}
