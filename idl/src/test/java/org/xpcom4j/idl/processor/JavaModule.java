package org.xpcom4j.idl.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.DocumentationTool;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/**
 * A module on disk, compiled as Maven would: resources are copied to the class output, then javac
 * runs with the processor and with all lints as errors.
 */
final class JavaModule {
  private final Path root;
  private final List<String> options = new ArrayList<>();
  private JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
  private boolean copiesResources = true;

  JavaModule(Path root) {
    this.root = root;
    options.addAll(List.of("--release", "17", "-Xlint:all,-processing", "-Werror"));
  }

  JavaModule with(String... more) {
    options.addAll(List.of(more));
    return this;
  }

  /** Takes another compiler than javac, and forgets javac's options. */
  JavaModule by(JavaCompiler other) {
    compiler = other;
    options.clear();
    return this;
  }

  JavaModule withoutCopiedResources() {
    copiesResources = false;
    return this;
  }

  JavaModule source(String path, String text) {
    return write(sources().resolve(path), text);
  }

  JavaModule resource(String path, String text) {
    return write(resources().resolve(path), text);
  }

  Path resources() {
    return root.resolve("resources");
  }

  /** The text that the processor made; fails if there is none. */
  String generated(String path) throws IOException {
    return Files.readString(generatedSources().resolve(path));
  }

  List<String> generatedFiles() throws IOException {
    return relativeFiles(generatedSources());
  }

  /** A file of the class output; fails if it is not there. */
  byte[] output(String path) throws IOException {
    return Files.readAllBytes(classes().resolve(path));
  }

  List<String> outputFiles() throws IOException {
    return relativeFiles(classes());
  }

  /** Compiles; the result has a line for each diagnostic's file and line, and its message. */
  String compile() throws IOException {
    Files.createDirectories(classes());
    Files.createDirectories(generatedSources());
    if (copiesResources && Files.isDirectory(resources())) {
      copyResources();
    }
    List<String> arguments = new ArrayList<>(options);
    arguments.addAll(List.of("-d", classes().toString(), "-s", generatedSources().toString()));
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    try (var files = compiler.getStandardFileManager(diagnostics, Locale.ROOT, null);
        Stream<Path> sources = Files.walk(sources())) {
      var units =
          files.getJavaFileObjectsFromPaths(sources.filter(Files::isRegularFile).sorted().toList());
      var task = compiler.getTask(null, files, diagnostics, arguments, null, units);
      task.setProcessors(List.of(new XpIdlProcessor()));
      boolean succeeded = task.call();
      String messages =
          diagnostics.getDiagnostics().stream()
              .map(JavaModule::format)
              .collect(Collectors.joining("\n"));
      return succeeded || !messages.isEmpty() ? messages : "failed without a message";
    }
  }

  /** Runs javadoc on hand-written and generated sources, with all of its checks as errors. */
  String javadoc(Path classPath) throws IOException {
    DocumentationTool tool = ToolProvider.getSystemDocumentationTool();
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    List<String> arguments =
        List.of("-quiet", "-Xdoclint:all", "-Werror", "-cp", classPath.toString());
    List<Path> files = new ArrayList<>();
    for (Path folder : List.of(sources(), generatedSources())) {
      relativeFiles(folder).forEach(file -> files.add(folder.resolve(file)));
    }
    try (var fileManager = tool.getStandardFileManager(diagnostics, Locale.ROOT, null)) {
      Path pages = Files.createDirectories(root.resolve("javadoc"));
      fileManager.setLocationFromPaths(
          DocumentationTool.Location.DOCUMENTATION_OUTPUT, List.of(pages));
      boolean succeeded =
          tool.getTask(
                  null,
                  fileManager,
                  diagnostics,
                  null,
                  arguments,
                  fileManager.getJavaFileObjectsFromPaths(files))
              .call();
      String messages =
          diagnostics.getDiagnostics().stream()
              .map(JavaModule::format)
              .collect(Collectors.joining("\n"));
      return succeeded || !messages.isEmpty() ? messages : "failed without a message";
    }
  }

  /** Compiles without any message and packs classes and resources. */
  Path jar() throws IOException {
    String messages = compile();
    if (!messages.isEmpty()) {
      throw new AssertionError(messages);
    }
    Path jar = root.resolve("module.jar");
    try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
      for (String file : relativeFiles(classes())) {
        out.putNextEntry(new JarEntry(file));
        Files.copy(classes().resolve(file), out);
        out.closeEntry();
      }
    }
    return jar;
  }

  private static String format(Diagnostic<? extends JavaFileObject> diagnostic) {
    String place = "";
    if (diagnostic.getSource() != null) {
      Path file = Path.of(diagnostic.getSource().toUri());
      place = file.getFileName() + ":" + diagnostic.getLineNumber() + ": ";
    }
    return place + diagnostic.getKind() + ": " + diagnostic.getMessage(Locale.ROOT);
  }

  private Path sources() {
    return root.resolve("java");
  }

  private Path classes() {
    return root.resolve("classes");
  }

  private Path generatedSources() {
    return root.resolve("generated");
  }

  private void copyResources() throws IOException {
    for (String file : relativeFiles(resources())) {
      Path copy = classes().resolve(file);
      Files.createDirectories(copy.getParent());
      Files.copy(resources().resolve(file), copy, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static List<String> relativeFiles(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString().replace('\\', '/'))
          .sorted()
          .toList();
    }
  }

  private JavaModule write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return this;
  }
}
