package org.xpcom4j.idl.command;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

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

  /** The options of the subcommands that make something of each file. */
  static final List<Option> OPTIONS =
      List.of(
          Option.INCLUDES,
          Option.text("-o", "OUT", ".", "Write below the folder OUT."),
          Option.text(
              "--package", "P", DEFAULT_PACKAGE, "The Java package of the interfaces in FILE."),
          Option.flag(
              "--keep-going", "Write what the accepted files give even if others are refused."),
          Option.flag("--strict", "Take warnings for errors."),
          Option.text("--format", "text|json", "text", "Report for people or for programs."),
          Option.number(
              "--jobs", "N", "Use N threads. Default: one less than there are processors."));

  static CompileOptions of(Arguments given) throws UsageException {
    List<Path> includeFolders = new ArrayList<>();
    for (String folder : given.list("-I")) {
      includeFolders.add(path(folder));
    }
    int jobs = given.has("--jobs") ? Integer.parseInt(given.text("--jobs", "")) : defaultJobs();
    if (jobs < 1) {
      throw new UsageException("--jobs must be 1 or more");
    }
    String packageName = given.text("--package", DEFAULT_PACKAGE);
    if (!isPackage(packageName)) {
      throw new UsageException("\"" + packageName + "\" cannot be the name of a package");
    }
    String format = given.text("--format", "text");
    if (!format.equals("text") && !format.equals("json")) {
      throw new UsageException("unknown format \"" + format + "\", expected text or json");
    }
    return new CompileOptions(
        given.files(),
        includeFolders,
        path(given.text("-o", ".")),
        folder(packageName),
        given.has("--keep-going"),
        given.has("--strict"),
        format.equals("json"),
        jobs);
  }

  private static boolean isPackage(String name) {
    boolean isAtStart = true;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean isDigit = c >= '0' && c <= '9';
      boolean isLetter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
      if (isAtStart ? !isLetter : !isLetter && !isDigit && c != '.') {
        return false;
      }
      isAtStart = c == '.';
    }
    return !isAtStart;
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
