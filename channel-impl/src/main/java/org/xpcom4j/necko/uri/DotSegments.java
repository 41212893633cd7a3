package org.xpcom4j.necko.uri;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

/** Takes the {@code .} and {@code ..} segments out of a path. */
final class DotSegments {
  private DotSegments() {}

  /**
   * Removes dot segments; {@code ..} above the root vanishes. An escaped dot counts as a dot, except
   * in the last segment, where it may belong to a file name.
   *
   * @param path a path that begins with a slash, without query and ref
   */
  static String remove(String path) {
    if (!path.contains("/.") && !path.contains("/%2")) {
      return path;
    }
    Deque<String> kept = new ArrayDeque<>();
    int start = 1;
    for (int slash = path.indexOf('/', 1); slash >= 0; slash = path.indexOf('/', start)) {
      step(kept, path.substring(start, slash), unescapeDots(path.substring(start, slash)));
      start = slash + 1;
    }
    String last = path.substring(start);
    String file = last.equals(".") || last.equals("..") ? "" : last;
    if (last.equals("..")) {
      kept.pollLast();
    }
    StringBuilder out = new StringBuilder(path.length()).append('/');
    for (String segment : kept) {
      out.append(segment).append('/');
    }
    return out.append(file).toString();
  }

  private static void step(Deque<String> kept, String segment, String meaning) {
    switch (meaning) {
      case "." -> {}
      case ".." -> kept.pollLast();
      default -> kept.addLast(segment);
    }
  }

  private static String unescapeDots(String segment) {
    return segment.length() > 6 ? segment : segment.toLowerCase(Locale.ROOT).replace("%2e", ".");
  }
}
