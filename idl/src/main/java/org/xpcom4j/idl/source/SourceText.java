package org.xpcom4j.idl.source;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The text of one IDL file, with what is needed to say where in it something stands.
 *
 * <p>Two texts are the same only if they are the same object: a file is read once in a run.
 */
public final class SourceText {
  private final String folder;
  private final String name;
  private final String text;
  private final String shownAs;

  /** Made when someone asks for a position; threads that race for it make the same. */
  private int @Nullable [] lineStarts;

  /**
   * Keeps a text under its name.
   *
   * @param folder the folder below the source root, with slashes, such as {@code org/example}; may
   *     be empty
   * @param name the file name, as includes and messages give it
   * @param text the decoded content
   */
  public SourceText(String folder, String name, String text) {
    this(folder, name, text, name);
  }

  /**
   * Keeps a text under its name, and shows it to people under another one.
   *
   * @param folder the folder below the source root, with slashes; may be empty
   * @param name the file name, as includes give it
   * @param text the decoded content
   * @param shownAs what messages call it, such as its path on the command line
   */
  public SourceText(String folder, String name, String text, String shownAs) {
    this.folder = folder;
    this.name = name;
    this.text = text;
    this.shownAs = shownAs;
  }

  /** {@return the folder below the source root, with slashes; empty for the root} */
  public String folder() {
    return folder;
  }

  /** {@return the file name without its folder} */
  public String name() {
    return name;
  }

  /** {@return folder and name: what tells this file from every other in a run} */
  public String path() {
    return folder.isEmpty() ? name : folder + "/" + name;
  }

  /** {@return what messages call it} */
  public String shownAs() {
    return shownAs;
  }

  /** {@return the content} */
  public String text() {
    return text;
  }

  /**
   * Finds line and column of an offset.
   *
   * @param offset from 0 to the length of the text, both included
   * @return the position, counted from 1
   */
  public Position position(int offset) {
    int[] starts = lineStarts();
    int found = Arrays.binarySearch(starts, offset);
    int line = found >= 0 ? found : -found - 2;
    return new Position(line + 1, offset - starts[line] + 1);
  }

  /**
   * Cuts out one line.
   *
   * @param number counted from 1
   * @return the line without its end
   */
  public String line(int number) {
    int start = lineStarts()[number - 1];
    int end = start;
    while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      end++;
    }
    return text.substring(start, end);
  }

  @Override
  public String toString() {
    return path();
  }

  private int[] lineStarts() {
    int[] starts = lineStarts;
    if (starts == null) {
      starts = lineStarts(text);
      lineStarts = starts;
    }
    return starts;
  }

  private static int[] lineStarts(String text) {
    int[] starts = new int[16];
    int count = 1;
    for (int i = 0; i < text.length(); i++) {
      if (endsLine(text, i)) {
        if (count == starts.length) {
          starts = Arrays.copyOf(starts, count * 2);
        }
        starts[count++] = i + 1;
      }
    }
    return Arrays.copyOf(starts, count);
  }

  private static boolean endsLine(String text, int at) {
    char c = text.charAt(at);
    return c == '\n' || (c == '\r' && (at + 1 == text.length() || text.charAt(at + 1) != '\n'));
  }
}
