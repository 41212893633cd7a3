package org.xpcom4j.idl.command;

import java.io.File;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.xpcom4j.idl.diagnostic.Diagnostic;
import org.xpcom4j.idl.diagnostic.Diagnostics;
import org.xpcom4j.idl.freeze.FreezeFile;
import org.xpcom4j.idl.html.HtmlSite;
import org.xpcom4j.idl.html.Implementations;
import org.xpcom4j.idl.html.SiteOptions;
import org.xpcom4j.idl.source.DecodedText;
import org.xpcom4j.idl.source.SourceText;

/** Makes a site of all interfaces of files, for people to read. */
final class HtmlCommand implements Subcommand {
  private static final String TITLE = "XPCOM interfaces";

  @Override
  public Grammar grammar() {
    return new Grammar(
        "Make reference pages: a site of plain files, to be read from anywhere.",
        List.of(
            Option.INCLUDES,
            Option.required("-o", "OUT", "Write into the folder OUT; other files in it stay."),
            Option.text("--title", "T", TITLE, "The name of the site."),
            Option.text("--package", "P", "Say that the Java interfaces are in package P."),
            Option.text(
                "--frozen", "FREEZE_FILE", "Show what is frozen, as xpidl freeze wrote it."),
            Option.text(
                "--implementations",
                "LIST",
                "Show what implements the interfaces: lines with class, module, contract IDs and"
                    + " interfaces, separated by tabs.")),
        "IDL files, and folders: then all IDL files in them.");
  }

  @Override
  public int run(Arguments given, Terminal terminal) throws UsageException {
    CompileOptions options = CompileOptions.of(given);
    options = options.withFiles(expanded(options.files()));
    SourceStore store = new SourceStore(options.includeFolders(), options.packageFolder());
    Compilation run = new Compilation(store, options);
    List<FileResult> results = run.check(CompileCommand.files(options, store));
    if (!results.stream().allMatch(FileResult::isAccepted)) {
      TextReport.print(results, terminal);
      return Xpidl.REFUSED;
    }
    Diagnostics diagnostics = run.diagnostics();
    SiteOptions site = siteOptions(given, diagnostics);
    Messages messages = new Messages(terminal);
    for (Diagnostic each : diagnostics.all()) {
      terminal.err().println(messages.format(each));
    }
    if (diagnostics.hasErrors()) {
      return Xpidl.REFUSED;
    }
    try {
      HtmlSite.write(options.output(), results.stream().map(FileResult::file).toList(), site);
    } catch (IOException failure) {
      throw UsageException.of(options.output().toString(), failure);
    }
    return Xpidl.ACCEPTED;
  }

  /** Has the files of a folder in its place, in the order of their names. */
  private static List<String> expanded(List<String> arguments) throws UsageException {
    List<String> files = new ArrayList<>();
    for (String argument : arguments) {
      File folder = new File(argument);
      if (!folder.isDirectory()) {
        files.add(argument);
        continue;
      }
      String[] names = folder.list((parent, name) -> name.endsWith(".idl"));
      if (names == null || names.length == 0) {
        throw new UsageException(argument + ": there is no IDL file in this folder");
      }
      Arrays.sort(names);
      for (String name : names) {
        files.add(new File(folder, name).getPath());
      }
    }
    return files;
  }

  private static SiteOptions siteOptions(Arguments given, Diagnostics diagnostics)
      throws UsageException {
    Optional<SourceText> frozen = source(given, "--frozen");
    Optional<SourceText> implementations = source(given, "--implementations");
    return new SiteOptions(
        given.text("--title", TITLE),
        given.has("--package") ? Optional.of(given.text("--package", "")) : Optional.empty(),
        frozen
            .map(text -> FreezeFile.parse(text, diagnostics))
            .orElseGet(() -> new FreezeFile(List.of())),
        implementations
            .map(text -> Implementations.parse(text, diagnostics))
            .orElse(Implementations.NONE));
  }

  private static Optional<SourceText> source(Arguments given, String option) throws UsageException {
    String file = given.text(option, "");
    if (file.isEmpty()) {
      return Optional.empty();
    }
    try {
      String text = DecodedText.of(FileBytes.read(Path.of(file))).text();
      return Optional.of(new SourceText("", file, text));
    } catch (InvalidPathException wrong) {
      throw new UsageException("\"" + file + "\" cannot be the name of a file");
    } catch (IOException failure) {
      throw UsageException.of(file, failure);
    }
  }
}
