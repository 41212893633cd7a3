package org.xpcom4j.idl.diagnostic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.xpcom4j.idl.source.Span;

/**
 * One thing to say about an IDL file.
 *
 * @param severity how bad it is
 * @param tag which kind it is
 * @param span where; messages give its start
 * @param message a lower-case clause without a full stop
 * @param notes what else helps, ordered by kind
 */
public record Diagnostic(Severity severity, Tag tag, Span span, String message, List<Note> notes) {
  /**
   * Copies and orders the notes.
   *
   * @param severity how bad it is
   * @param tag which kind it is
   * @param span where
   * @param message a lower-case clause without a full stop
   * @param notes what else helps, ordered by kind
   */
  public Diagnostic {
    notes = notes.stream().sorted(Comparator.comparing(Note::kind)).toList();
  }

  /**
   * Makes an error without notes.
   *
   * @param tag which kind it is
   * @param span where
   * @param message a lower-case clause without a full stop
   * @return the diagnostic
   */
  public static Diagnostic error(Tag tag, Span span, String message) {
    return new Diagnostic(Severity.ERROR, tag, span, message, List.of());
  }

  /**
   * Makes a warning without notes.
   *
   * @param tag which kind it is
   * @param span where
   * @param message a lower-case clause without a full stop
   * @return the diagnostic
   */
  public static Diagnostic warning(Tag tag, Span span, String message) {
    return new Diagnostic(Severity.WARNING, tag, span, message, List.of());
  }

  /**
   * Adds what would have been right.
   *
   * @param text what was expected
   * @return this diagnostic with one note more
   */
  public Diagnostic expected(String text) {
    return with(new Note(Note.Kind.EXPECTED, text));
  }

  /**
   * Adds known names that resemble the written one.
   *
   * @param text a name that is nowhere
   * @param known the names that would be found
   * @return this diagnostic, with one note more if any name is near
   */
  public Diagnostic near(String text, Iterable<String> known) {
    String found = NearMisses.of(text, known);
    return found.isEmpty() ? this : with(new Note(Note.Kind.NEAR, found));
  }

  /**
   * Adds how something differs from what it has to be.
   *
   * @param text one line that says what is compared, then the differences
   * @return this diagnostic with one note more
   */
  public Diagnostic difference(String text) {
    return with(new Note(Note.Kind.DIFFERENCE, text));
  }

  /**
   * Adds the earlier place that this one collides with.
   *
   * @param earlier the place
   * @return this diagnostic with one note more
   */
  public Diagnostic previous(Span earlier) {
    return with(new Note(Note.Kind.PREVIOUS, earlier.toString()));
  }

  /**
   * Adds where it came from.
   *
   * @param text such as a search path
   * @return this diagnostic with one note more
   */
  public Diagnostic from(String text) {
    return with(new Note(Note.Kind.ORIGIN, text));
  }

  /**
   * Adds text that can be pasted.
   *
   * @param text the text
   * @return this diagnostic with one note more
   */
  public Diagnostic hint(String text) {
    return with(new Note(Note.Kind.HINT, text));
  }

  /** The same with another severity. */
  Diagnostic as(Severity other) {
    return new Diagnostic(other, tag, span, message, notes);
  }

  private Diagnostic with(Note note) {
    List<Note> more = new ArrayList<>(notes);
    more.add(note);
    return new Diagnostic(severity, tag, span, message, more);
  }
}
