package org.xpcom4j.registry.pref;

import java.util.Arrays;

/** Lines and columns of a preference file, looked for only when something is wrong. */
final class PrefFilePositions {

  private final byte[] in;
  private int lineStart; // of the line that was looked for last
  private int line = 1;

  PrefFilePositions(byte[] in) {
    this.in = in;
  }

  /** Describes a place, which never lies before the last one. */
  PrefFileProblem problem(int offset, String what) {
    if (offset < lineStart) {
      lineStart = 0;
      line = 1;
    }
    for (int at = lineStart; at < offset; at++) {
      if (endsLine(at)) {
        lineStart = at + 1;
        line++;
      }
    }
    int end = lineStart;
    while (end < in.length && !PrefFileParser.isLineEnd(in[end])) {
      end++;
    }
    int place = Math.min(offset, end);
    String before = text(lineStart, place);
    return new PrefFileProblem(line, before.length() + 1, what, before + text(place, end));
  }

  private String text(int from, int to) {
    return PrefText.decode(Arrays.copyOfRange(in, from, to))
        .replace('\t', ' ')
        .replaceAll("\\p{Cc}", "?");
  }

  private boolean endsLine(int at) {
    return PrefFileParser.isLineEnd(in[at])
        && !(in[at] == '\r' && at + 1 < in.length && in[at + 1] == '\n');
  }

  /** The first line behind the one of a place that begins with a preference or a comment. */
  int nextStart(int offset) {
    int at = offset;
    while (at < in.length) {
      while (at < in.length && !PrefFileParser.isLineEnd(in[at])) {
        at++;
      }
      while (at < in.length
          && (PrefFileParser.isLineEnd(in[at]) || in[at] == ' ' || in[at] == '\t')) {
        at++;
      }
      if (at < in.length && begins(at)) {
        return at;
      }
    }
    return in.length;
  }

  private boolean begins(int at) {
    if (in[at] == '#' || in[at] == '/') {
      return true;
    }
    for (PrefStatement.Kind kind : PrefStatement.Kind.values()) {
      if (startsWith(at, kind.keyword())) {
        return true;
      }
    }
    return false;
  }

  private boolean startsWith(int at, String word) {
    for (int i = 0; i < word.length(); i++) {
      if (at + i >= in.length || in[at + i] != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
