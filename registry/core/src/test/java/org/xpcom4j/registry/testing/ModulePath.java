package org.xpcom4j.registry.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** Compiles modules against this project's, and runs them in JVMs of their own. */
public final class ModulePath {

  private ModulePath() {}

  /**
   * Compiles one module with the component processor.
   *
   * @param folder where sources and classes are put
   * @param sources text by path, {@code module-info.java} among them
   * @return the folder of the classes
   * @throws Exception if it cannot be compiled
   */
  public static Path compile(Path folder, Map<String, String> sources) throws Exception {
    Path classes = folder.resolve("classes");
    var files = new ArrayList<Path>();
    for (Map.Entry<String, String> source : sources.entrySet()) {
      Path file = folder.resolve("sources").resolve(source.getKey());
      Files.createDirectories(file.getParent());
      files.add(Files.writeString(file, source.getValue()));
    }
    var messages = new StringWriter();
    List<String> options =
        List.of("-d", classes.toString(), "--module-path", ours(), "--processor-path", ours());
    var compiler = ToolProvider.getSystemJavaCompiler();
    try (var manager = compiler.getStandardFileManager(null, null, null)) {
      boolean compiled =
          compiler
              .getTask(
                  messages,
                  manager,
                  null,
                  options,
                  null,
                  manager.getJavaFileObjectsFromPaths(files))
              .call();
      assertTrue(compiled, messages.toString());
    }
    return classes;
  }

  /**
   * Runs a program that must succeed.
   *
   * @param folder where its output is kept
   * @param classes the folder of its module
   * @param main module and class, as {@code --module} takes them
   * @param arguments what it is given
   * @return what it printed
   * @throws Exception if it cannot be run
   */
  public static String run(Path folder, Path classes, String main, String... arguments)
      throws Exception {
    Path output = folder.resolve("output");
    List<String> command =
        Stream.concat(
                Stream.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "--module-path",
                    classes + File.pathSeparator + ours(),
                    "--module",
                    main),
                Arrays.stream(arguments))
            .toList();
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    // The JVM says that it found these, among what the program prints.
    builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
    Process java = builder.start();
    try {
      assertTrue(java.waitFor(5, TimeUnit.MINUTES), () -> "still running: " + java.info());
    } finally {
      java.destroyForcibly();
    }
    String printed =
        Files.readString(output)
            .lines()
            .filter(line -> !line.startsWith("SLF4J"))
            .collect(Collectors.joining("\n", "", "\n"));
    assertEquals(0, java.exitValue(), printed);
    return printed;
  }

  /** The class path of the tests without the tests. */
  private static String ours() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !entry.isEmpty() && !isOfTests(Path.of(entry).getFileName().toString()))
        .collect(Collectors.joining(File.pathSeparator));
  }

  /**
   * By the last name only: the repository may lie in a folder of any name. Without Logback, which
   * would print what is registered among what the program prints.
   */
  private static boolean isOfTests(String name) {
    return name.contains("test")
        || name.contains("junit")
        || name.contains("surefire")
        || name.contains("logback");
  }
}
