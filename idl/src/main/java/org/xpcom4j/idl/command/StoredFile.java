package org.xpcom4j.idl.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xpcom4j.idl.diagnostic.Diagnostic;
import org.xpcom4j.idl.diagnostic.Tag;
import org.xpcom4j.idl.source.DecodedText;
import org.xpcom4j.idl.source.SourceText;
import org.xpcom4j.idl.source.Span;

/** A file that is read when it is first needed. What cannot be read is empty, with a problem. */
final class StoredFile {
  private final Path path;
  private final String packageFolder;
  private final String shownAs;
  private @Nullable Diagnostic problem;
  private @Nullable SourceText source;

  StoredFile(Path path, String packageFolder, String shownAs) {
    this.path = path;
    this.packageFolder = packageFolder;
    this.shownAs = shownAs;
  }

  /** What stands on the command line and is no file. */
  static StoredFile missing(String argument, String reason) {
    StoredFile file = new StoredFile(Path.of(""), "", argument);
    file.fail(reason);
    return file;
  }

  Path path() {
    return path;
  }

  /** Why there is nothing to read, as far as it is known yet. */
  synchronized Optional<Diagnostic> problem() {
    return Optional.ofNullable(problem);
  }

  synchronized SourceText read() {
    SourceText known = source;
    if (known != null) {
      return known;
    }
    try {
      String text = DecodedText.of(FileBytes.read(path)).text();
      String name = String.valueOf(path.getFileName());
      SourceText read = new SourceText(packageFolder, name, text, shownAs);
      source = read;
      return read;
    } catch (IOException unreadable) {
      return fail("file cannot be read: " + FileBytes.reason(path.toString(), unreadable));
    }
  }

  private SourceText fail(String reason) {
    SourceText empty = new SourceText(packageFolder, shownAs, "", shownAs);
    source = empty;
    problem = Diagnostic.error(Tag.UNREADABLE, new Span(empty, 0, 0), reason);
    return empty;
  }
}
