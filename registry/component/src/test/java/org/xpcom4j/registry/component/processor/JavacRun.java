package org.xpcom4j.registry.component.processor;

import jakarta.inject.Inject;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.NullMarked;
import org.xpcom4j.interfaces.nsISupports;
import org.xpcom4j.registry.component.Component;

/** One run of javac with the component processor, in this JVM. */
final class JavacRun {

  private final Path output;
  private final List<JavaFileObject> sources = new ArrayList<>();
  private final List<Processor> processors = new ArrayList<>();
  private final DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
  private boolean successful;

  JavacRun(Path output) {
    this.output = output;
  }

  /** Adds a source; the path tells package and class. */
  JavacRun source(String path, String text) {
    sources.add(
        new SimpleJavaFileObject(URI.create("string:///" + path), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
          }
        });
    return this;
  }

  /** Adds a processor that runs before ours. */
  JavacRun before(Processor other) {
    processors.add(other);
    return this;
  }

  JavacRun compile() throws IOException {
    processors.add(new ComponentProcessor());
    var compiler = ToolProvider.getSystemJavaCompiler();
    try (var files = compiler.getStandardFileManager(diagnostics, null, null)) {
      boolean modular =
          sources.stream().anyMatch(source -> source.getName().endsWith("module-info.java"));
      var task =
          compiler.getTask(
              null,
              files,
              diagnostics,
              List.of(
                  "-d",
                  output.toString(),
                  "-Xlint:all,-processing",
                  "-Xdoclint:none",
                  modular ? "--module-path" : "--class-path",
                  dependencies()),
              null,
              sources);
      task.setProcessors(processors);
      task.setLocale(Locale.ROOT);
      successful = task.call();
    }
    return this;
  }

  boolean isSuccessful() {
    return successful;
  }

  /** Every message as kind, file and line, and text; separated by blank lines. */
  String messages() {
    return diagnostics.getDiagnostics().stream()
        .map(
            each ->
                each.getKind()
                    + " "
                    + fileName(each.getSource())
                    + ":"
                    + each.getLineNumber()
                    + ":"
                    + each.getColumnNumber()
                    + "\n"
                    + each.getMessage(Locale.ROOT))
        .collect(Collectors.joining("\n\n"));
  }

  private static String fileName(JavaFileObject source) {
    return source == null ? "-" : source.getName().replaceFirst(".*/", "");
  }

  String generated(String path) throws IOException {
    return Files.readString(output.resolve(path));
  }

  private static String dependencies() {
    return Stream.of(Component.class, nsISupports.class, Inject.class, NullMarked.class)
        .map(JavacRun::locationOf)
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static String locationOf(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
