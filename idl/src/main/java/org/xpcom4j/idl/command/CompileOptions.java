package org.xpcom4j.idl.command;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/**
 * What the subcommands that compile are told.
 *
 * @param files the files, as they are written on the command line
 * @param includeFolders where included files are looked for, after the folder of the file itself
 * @param output the folder to write below
 * @param packageFolder the Java package of the files, with slashes
 * @param keepGoing whether files with errors leave the others alone
 * @param strict whether warnings count as errors
 * @param json whether the report is for programs
 * @param jobs how many threads work
 */
record CompileOptions(
    List<String> files,
    List<Path> includeFolders,
    Path output,
    String packageFolder,
    boolean keepGoing,
    boolean strict,
    boolean json,
    int jobs) {
  /** What the interfaces are in that everybody uses. */
  static final String DEFAULT_PACKAGE = "org.xpcom4j.interfaces";

  private static final Pattern PACKAGE = Pattern.compile("[A-Za-z_]\\w*(\\.[A-Za-z_]\\w*)*");

  /** Adds the options to a subcommand. */
  static void describe(CommandSpec spec) {
    spec.addOption(includes());
    spec.addOption(text("-o", "OUT", ".", "Write below the folder OUT."));
    spec.addOption(
        text("--package", "P", DEFAULT_PACKAGE, "The Java package of the interfaces in FILE."));
    spec.addOption(
        flag("--keep-going", "Write what the accepted files give even if others are refused."));
    spec.addOption(flag("--strict", "Take warnings for errors."));
    spec.addOption(text("--format", "text|json", "text", "Report for people or for programs."));
    spec.addOption(
        OptionSpec.builder("--jobs")
            .paramLabel("N")
            .type(int.class)
            .description("Use N threads. Default: one less than there are processors.")
            .build());
    spec.addPositional(positional("IDL files."));
  }

  /** The files of a subcommand: one at least. */
  static PositionalParamSpec positional(String description) {
    return PositionalParamSpec.builder()
        .paramLabel("FILE")
        .arity("1..*")
        .required(true)
        .type(List.class)
        .auxiliaryTypes(String.class)
        .description(description)
        .build();
  }

  static OptionSpec flag(String name, String description) {
    return OptionSpec.builder(name).type(boolean.class).description(description).build();
  }

  static OptionSpec includes() {
    return list("-I", "DIR", "Look for included files in DIR too; may be repeated.");
  }

  static OptionSpec text(String name, String label, String initial, String description) {
    return OptionSpec.builder(name)
        .paramLabel(label)
        .type(String.class)
        .defaultValue(initial)
        .description(description + " Default: ${DEFAULT-VALUE}")
        .build();
  }

  static OptionSpec list(String name, String label, String description) {
    return OptionSpec.builder(name)
        .paramLabel(label)
        .arity("1")
        .type(List.class)
        .auxiliaryTypes(String.class)
        .description(description)
        .build();
  }

  static CompileOptions of(ParseResult given) throws UsageException {
    List<Path> includeFolders = new ArrayList<>();
    for (String folder : given.matchedOptionValue("-I", List.<String>of())) {
      includeFolders.add(path(folder));
    }
    int jobs = given.matchedOptionValue("--jobs", defaultJobs());
    if (jobs < 1) {
      throw new UsageException("--jobs must be 1 or more");
    }
    String packageName = given.matchedOptionValue("--package", DEFAULT_PACKAGE);
    if (!PACKAGE.matcher(packageName).matches()) {
      throw new UsageException("\"" + packageName + "\" cannot be the name of a package");
    }
    String format = given.matchedOptionValue("--format", "text");
    if (!format.equals("text") && !format.equals("json")) {
      throw new UsageException("unknown format \"" + format + "\", expected text or json");
    }
    return new CompileOptions(
        given.matchedPositionalValue(0, List.of()),
        includeFolders,
        path(given.matchedOptionValue("-o", ".")),
        folder(packageName),
        given.hasMatchedOption("--keep-going"),
        given.hasMatchedOption("--strict"),
        format.equals("json"),
        jobs);
  }

  /** In a process that ends within seconds, the JVM's own compiler needs a processor for itself. */
  private static int defaultJobs() {
    return Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
  }

  /** The same with other files. */
  CompileOptions withFiles(List<String> otherFiles) {
    return new CompileOptions(
        otherFiles, includeFolders, output, packageFolder, keepGoing, strict, json, jobs);
  }

  static String folder(String packageName) {
    return packageName.replace('.', '/');
  }

  private static Path path(String text) throws UsageException {
    try {
      return Path.of(text);
    } catch (InvalidPathException wrong) {
      throw new UsageException("\"" + text + "\" cannot be the name of a folder");
    }
  }
}
