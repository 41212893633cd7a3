package org.xpcom4j.idl.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.xpcom4j.idl.diagnostic.Diagnostic;
import org.xpcom4j.idl.diagnostic.Diagnostics;
import org.xpcom4j.idl.freeze.FreezeFile;
import org.xpcom4j.idl.freeze.Freezer;
import org.xpcom4j.idl.freeze.Term;
import org.xpcom4j.idl.source.DecodedText;
import org.xpcom4j.idl.source.SourceText;

/** Writes down what others depend on in the interfaces of files, in a file to be committed. */
final class FreezeCommand implements Subcommand {
  @Override
  public Grammar grammar() {
    return new Grammar(
        "Write down what others depend on in interfaces, and refuse changes of it.",
        List.of(
            Option.INCLUDES,
            Option.text("-o", "OUT", "frozen.txt", "The file that tells it."),
            Option.required(
                "--as", "VERSION", "The version with which new and changed interfaces are frozen."),
            Option.list("--for-good", "NAME", "Let interface NAME never change any more."),
            Option.flag("--accept", "Accept changes of what is not frozen for good.")),
        "IDL files.");
  }

  @Override
  public int run(Arguments given, Terminal terminal) throws UsageException {
    CompileOptions options = CompileOptions.of(given);
    String version = given.text("--as", "");
    if (!version.matches("[!-~]+")) {
      throw new UsageException("\"" + version + "\" cannot be a version: one word is needed");
    }
    SourceStore store = new SourceStore(options.includeFolders(), options.packageFolder());
    Compilation run = new Compilation(store, options);
    List<FileResult> results = run.check(CompileCommand.files(options, store));
    if (!results.stream().allMatch(FileResult::isAccepted)) {
      TextReport.print(results, terminal);
      return Xpidl.REFUSED;
    }
    Path output = Path.of(given.text("-o", "frozen.txt"));
    Diagnostics diagnostics = run.diagnostics();
    try {
      FreezeFile before = read(output, diagnostics);
      Set<String> forGood = forGood(given, results);
      boolean accepts = given.has("--accept");
      FreezeFile now =
          new Freezer(before, Term.at(version), forGood, accepts)
              .freeze(results.stream().map(FileResult::file).toList(), diagnostics);
      print(diagnostics, terminal);
      if (diagnostics.hasErrors()) {
        return Xpidl.REFUSED;
      }
      Files.writeString(output, now.print());
      return Xpidl.ACCEPTED;
    } catch (IOException failure) {
      throw UsageException.of(output.toString(), failure);
    }
  }

  /** The names of that option, each that of an interface of the files. */
  private static Set<String> forGood(Arguments given, List<FileResult> results)
      throws UsageException {
    Set<String> names = Set.copyOf(given.list("--for-good"));
    for (String name : names) {
      if (results.stream().allMatch(each -> each.file().findInterface(name).isEmpty())) {
        throw new UsageException("--for-good " + name + ": no interface of that name in the files");
      }
    }
    return names;
  }

  private static FreezeFile read(Path file, Diagnostics diagnostics) throws IOException {
    if (!Files.exists(file)) {
      return new FreezeFile(List.of());
    }
    String text = DecodedText.of(FileBytes.read(file)).text();
    return FreezeFile.parse(new SourceText("", file.toString(), text), diagnostics);
  }

  private static void print(Diagnostics diagnostics, Terminal terminal) {
    Messages messages = new Messages(terminal);
    for (Diagnostic each : diagnostics.all()) {
      terminal.err().println(messages.format(each));
    }
  }
}
