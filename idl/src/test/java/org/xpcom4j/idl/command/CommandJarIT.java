package org.xpcom4j.idl.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The jar of the command, as users start it")
class CommandJarIT {
  private static final Path JAR = Path.of("target/xpidl.jar");
  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
  private static final Path FILE =
      Path.of("../listener-api/src/main/resources/org/xpcom4j/interfaces/nsIRunnable.idl");

  @TempDir Path folder;

  @Test
  void needsNothingElseToMakeJava() throws Exception {
    String out =
        run(List.of(JAVA.toString(), "-jar", JAR.toString(), "java", "--format", "json"), "-o");
    assertTrue(out.startsWith("{\"files\":[{\"path\":"), out);
    assertTrue(Files.exists(folder.resolve("org/xpcom4j/interfaces/nsIRunnable.java")), out);
  }

  @Test
  void makesReferencePagesWithAllThatBelongsToThem() throws Exception {
    String out = run(List.of(JAVA.toString(), "-jar", JAR.toString(), "html"), "-o");
    assertEquals("", out);
    for (String made : List.of("index.html", "nsIRunnable.html", "style.css", "search.js")) {
      assertTrue(Files.size(folder.resolve(made)) > 0, made);
    }
  }

  @Test
  void isNoAnnotationProcessor() throws IOException {
    try (JarFile jar = new JarFile(JAR.toFile())) {
      assertFalse(jar.stream().anyMatch(entry -> entry.getName().endsWith(".Processor")));
    }
  }

  @Test
  void hasTheLicenceAndSaysWhoseClassesItHas() throws IOException {
    try (JarFile jar = new JarFile(JAR.toFile())) {
      assertEquals(Files.readString(Path.of("../LICENSE")), text(jar, "META-INF/LICENSE"));
      String notice = text(jar, "META-INF/NOTICE");
      for (String part : List.of("picocli", "JavaPoet")) {
        assertTrue(notice.matches("(?s).*- " + part + " [0-9.]+, https.*"), notice);
      }
    }
  }

  /** It would take twice the time: what is needed for few command lines is loaded for these only. */
  @Test
  void loadsNeitherPicocliNorLambdasToCheckAFile() throws Exception {
    String out =
        run(List.of(JAVA.toString(), "-verbose:class", "-jar", JAR.toString(), "check"), "-I");
    assertTrue(out.contains("org.xpcom4j.idl.command.TextReport"), out);
    List<String> slow =
        out.lines()
            .filter(line -> line.contains("picocli.") || line.contains("$$Lambda"))
            .filter(line -> !line.contains("[info][class,load] java.")) // of the JDK's own
            .toList();
    assertEquals(List.of(), slow);
  }

  /** A round of annotation processing is as cold as a process. */
  @ParameterizedTest
  @ValueSource(strings = {"java", "typelib"})
  void backEndsOfTheProcessorLoadNoLambdasForAFile(String command) throws Exception {
    String out =
        run(List.of(JAVA.toString(), "-verbose:class", "-jar", JAR.toString(), command), "-o");
    assertTrue(out.contains("org.xpcom4j.idl." + command + "."), out);
    List<String> slow =
        out.lines()
            .filter(line -> line.contains("$$Lambda") && line.contains("org.xpcom4j."))
            .filter(line -> !line.contains("org.xpcom4j.idl.command."))
            .toList();
    assertEquals(List.of(), slow);
  }

  private static String text(JarFile jar, String entry) throws IOException {
    try (InputStream in = jar.getInputStream(jar.getEntry(entry))) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void theStartScriptDoesTheSameAndKeepsAnArchiveOfClasses() throws Exception {
    List<String> command = List.of("sh", "target/xpidl", "check", "--format=json");
    String first = run(command, "-I");
    assertEquals(first, run(command, "-I"));
    assertTrue(first.contains("\"status\":\"accepted\""), first);
    try (Stream<Path> made = Files.list(folder.resolve("cache"))) {
      assertEquals(1, made.filter(each -> each.toString().endsWith(".jsa")).count());
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void theStartScriptMayBeReachedByLinks() throws Exception {
    Path bin = Files.createDirectory(folder.resolve("a folder"));
    Path absolute =
        Files.createSymbolicLink(bin.resolve("first"), Path.of("target/xpidl").toAbsolutePath());
    Path relative = Files.createSymbolicLink(bin.resolve("second"), absolute.getFileName());
    String out = run(List.of("sh", relative.toString(), "check", "--format=json"), "-I");
    assertTrue(out.contains("\"status\":\"accepted\""), out);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void theStartScriptSaysWhereItHasLookedForJava() throws Exception {
    ProcessBuilder builder = new ProcessBuilder("sh", "target/xpidl", "--version");
    builder.environment().put("JAVA_HOME", folder.resolve("gone").toString());
    Process process = builder.redirectErrorStream(true).start();
    String out = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertEquals(2, process.waitFor(), out);
    assertTrue(out.startsWith("xpidl: there is no Java at " + folder.resolve("gone")), out);
  }

  /** The name is made by the shell: the JVM of this test may know only ASCII as well. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void theStartScriptOpensFilesWithAnyLettersInTheCLocale() throws Exception {
    String script =
        """
        file=$1/$(printf 'gr\\303\\274n.idl')
        echo 'interface exIFoo;' >"$file"
        LC_ALL=C sh target/xpidl check "$file"
        """;
    ProcessBuilder builder = new ProcessBuilder("sh", "-c", script, "sh", folder.toString());
    builder.environment().put("XPIDL_CACHE", "");
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    Process process = builder.redirectErrorStream(true).start();
    String out = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertEquals(0, process.waitFor(), out);
    assertEquals("", out);
  }

  private String run(List<String> command, String folderOption) throws Exception {
    List<String> whole = new ArrayList<>(command);
    whole.addAll(List.of(folderOption, folder.toString(), FILE.toString()));
    ProcessBuilder builder = new ProcessBuilder(whole).redirectErrorStream(true);
    // The JVM says that it found these, among what the command prints.
    builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
    builder.environment().put("XPIDL_CACHE", folder.resolve("cache").toString());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    Process process = builder.start();
    String out = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertEquals(0, process.waitFor(), out);
    return out;
  }
}
