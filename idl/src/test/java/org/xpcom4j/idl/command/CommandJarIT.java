package org.xpcom4j.idl.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
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

@DisplayName("The jar of the command, as users start it")
class CommandJarIT {
  private static final Path JAR = Path.of("target/xpidl.jar");
  private static final Path FILE =
      Path.of("../listener-api/src/main/resources/org/xpcom4j/interfaces/nsIRunnable.idl");

  @TempDir Path folder;

  @Test
  void needsNothingElseToMakeJava() throws Exception {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    String out =
        run(List.of(java.toString(), "-jar", JAR.toString(), "java", "--format", "json"), "-o");
    assertTrue(out.startsWith("{\"files\":[{\"path\":"), out);
    assertTrue(Files.exists(folder.resolve("org/xpcom4j/interfaces/nsIRunnable.java")), out);
  }

  @Test
  void isNoAnnotationProcessor() throws IOException {
    try (JarFile jar = new JarFile(JAR.toFile())) {
      assertFalse(jar.stream().anyMatch(entry -> entry.getName().endsWith(".Processor")));
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
