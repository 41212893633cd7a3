package org.xpcom4j.idl.command;

import java.util.List;
import java.util.stream.Collectors;
import org.xpcom4j.idl.diagnostic.Diagnostic;
import org.xpcom4j.idl.diagnostic.Note;
import org.xpcom4j.idl.source.Position;

/** Tells programs what is wrong: one JSON object, the files in the order of the command line. */
final class JsonReport {
  private JsonReport() {}

  static void print(List<FileResult> results, Terminal terminal) {
    Json json = new Json();
    json.open('{').name("files").open('[');
    results.forEach(result -> file(result, json));
    json.close(']').close('}');
    terminal.out().println(json);
  }

  private static void file(FileResult result, Json json) {
    json.open('{');
    json.name("path").value(result.path());
    json.name("status").value(result.isAccepted() ? "accepted" : "refused");
    json.name("interfaces").value(result.counts().interfaces());
    json.name("methods").value(result.counts().methods());
    json.name("attributes").value(result.counts().attributes());
    json.name("constants").value(result.counts().constants());
    diagnostics("errors", result.errors(), json);
    diagnostics("warnings", result.warnings(), json);
    json.close('}');
  }

  private static void diagnostics(String name, List<Diagnostic> diagnostics, Json json) {
    json.name(name).open('[');
    for (Diagnostic diagnostic : diagnostics) {
      Position position = diagnostic.span().position();
      json.open('{');
      json.name("file").value(diagnostic.span().source().shownAs());
      json.name("line").value(position.line());
      json.name("column").value(position.column());
      json.name("message").value(diagnostic.message());
      json.name("hint").value(hint(diagnostic));
      json.close('}');
    }
    json.close(']');
  }

  /** All notes in one line; empty if there is none. */
  private static String hint(Diagnostic diagnostic) {
    return diagnostic.notes().stream().map(JsonReport::sentence).collect(Collectors.joining("; "));
  }

  private static String sentence(Note note) {
    return switch (note.kind()) {
      case EXPECTED -> "expected " + note.text();
      case NEAR -> "did you mean " + note.text() + "?";
      case PREVIOUS -> "previous at " + note.text();
      case DIFFERENCE, ORIGIN, HINT -> note.text();
    };
  }
}
