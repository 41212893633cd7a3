package org.xpcom4j.idl.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.xpcom4j.idl.diagnostic.Diagnostic;
import org.xpcom4j.idl.diagnostic.Diagnostics;
import org.xpcom4j.idl.diagnostic.Tag;
import org.xpcom4j.idl.source.SourceText;
import org.xpcom4j.idl.source.Span;

/** Checks files and writes what a back end makes of them. */
final class CompileCommand implements Subcommand {
  private final String description;
  private final Target target;

  CompileCommand(String description, Target target) {
    this.description = description;
    this.target = target;
  }

  @Override
  public Grammar grammar() {
    return new Grammar(description, CompileOptions.OPTIONS, "IDL files.");
  }

  @Override
  public int run(Arguments given, Terminal terminal) throws UsageException {
    CompileOptions options = CompileOptions.of(given);
    SourceStore store = new SourceStore(options.includeFolders(), options.packageFolder());
    Compilation run = new Compilation(store, options);
    List<FileResult> results = run.check(files(options, store));
    List<List<OutputFile>> outputs =
        new ArrayList<>(Collections.nCopies(results.size(), List.of()));
    if (!(target instanceof CheckTarget) && mayGoOn(results, options)) {
      results = generate(results, outputs, run, options);
      if (mayGoOn(results, options)) {
        results = write(results, outputs, options);
      }
    }
    if (options.json()) {
      JsonReport.print(results, terminal);
    } else {
      TextReport.print(results, terminal);
    }
    return areAccepted(results) ? Xpidl.ACCEPTED : Xpidl.REFUSED;
  }

  /** The files of the command line; all are there, unless the user wants to go on without. */
  static List<StoredFile> files(CompileOptions options, SourceStore store) throws UsageException {
    List<StoredFile> files = new ArrayList<>();
    for (String argument : options.files()) {
      StoredFile file = store.argument(argument);
      if (!options.keepGoing() && file.problem().isPresent()) {
        throw new UsageException(argument + ": " + file.problem().get().message());
      }
      files.add(file);
    }
    return files;
  }

  private static boolean mayGoOn(List<FileResult> results, CompileOptions options) {
    return options.keepGoing() || areAccepted(results);
  }

  private static boolean areAccepted(List<FileResult> results) {
    for (FileResult result : results) {
      if (!result.isAccepted()) {
        return false;
      }
    }
    return true;
  }

  /** Makes the files of each accepted result; what the target does not allow refuses a result. */
  private List<FileResult> generate(
      List<FileResult> results,
      List<List<OutputFile>> outputs,
      Compilation run,
      CompileOptions options) {
    List<FileResult> generated = new ArrayList<>(results);
    Jobs.each(
        options.jobs(),
        results.size(),
        i -> {
          FileResult result = results.get(i);
          if (result.isAccepted()) {
            Diagnostics diagnostics = run.diagnostics();
            List<OutputFile> made = target.generate(result.file(), run, diagnostics);
            for (Diagnostic diagnostic : diagnostics.all()) {
              result = result.with(diagnostic);
            }
            outputs.set(i, result.isAccepted() ? made : List.of());
            generated.set(i, result);
          }
        });
    return generated;
  }

  /** Writes the files of each result; what cannot be written makes its result a refused one. */
  private static List<FileResult> write(
      List<FileResult> results, List<List<OutputFile>> outputs, CompileOptions options) {
    Map<String, FileResult> writtenFrom = new HashMap<>();
    List<FileResult> written = new ArrayList<>();
    for (int i = 0; i < results.size(); i++) {
      FileResult result = results.get(i);
      for (OutputFile output : outputs.get(i)) {
        FileResult earlier = writtenFrom.putIfAbsent(output.path(), result);
        if (earlier != null && !earlier.isOfSameFile(result)) {
          result = refused(result, output.path() + " is already made from " + earlier.path());
          continue;
        }
        try {
          output.write(options.output());
        } catch (IOException failure) {
          result =
              refused(result, "cannot write " + output.path() + ": " + FileBytes.reason(failure));
        }
      }
      written.add(result);
    }
    return written;
  }

  private static FileResult refused(FileResult result, String reason) {
    SourceText whole = new SourceText("", result.path(), "");
    return result.with(Diagnostic.error(Tag.UNWRITABLE, new Span(whole, 0, 0), reason));
  }
}
