package org.xpcom4j.idl.command;

import java.util.ArrayList;
import java.util.List;
import org.xpcom4j.idl.diagnostic.Diagnostic;
import org.xpcom4j.idl.diagnostic.Severity;
import org.xpcom4j.idl.model.IdlFile;

/**
 * What came out for one file of the command line.
 *
 * @param path as it is written on the command line
 * @param file the model, without what had errors
 * @param counts how much the file declares
 * @param errors what is wrong in it, and in what it includes
 * @param warnings what is questionable in it
 */
record FileResult(
    String path, IdlFile file, Counts counts, List<Diagnostic> errors, List<Diagnostic> warnings) {

  boolean isAccepted() {
    return errors.isEmpty();
  }

  boolean isOfSameFile(FileResult other) {
    return file.source().equals(other.file.source());
  }

  FileResult with(Diagnostic diagnostic) {
    boolean isError = diagnostic.severity() == Severity.ERROR;
    return new FileResult(
        path,
        file,
        counts,
        isError ? and(errors, diagnostic) : errors,
        isError ? warnings : and(warnings, diagnostic));
  }

  private static List<Diagnostic> and(List<Diagnostic> some, Diagnostic another) {
    List<Diagnostic> more = new ArrayList<>(some);
    more.add(another);
    return more;
  }
}
