package org.xpcom4j.idl.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the sample Maven build. Maven does not see that an .idl file changed; with the execution of
 * the clean plugin that modules with IDL have in their pom.xml, the next build makes the interface
 * anew.
 */
@DisplayName("The sample Maven build")
class RecompileIdlTest {
  private static final Path SAMPLE = Path.of("src/sample/maven");
  private static final String FILE = "src/main/resources/org/example/greeter/exIGreeter.idl";

  @TempDir Path folder;

  @Test
  @EnabledIfSystemProperty(
      named = "maven.home",
      matches = ".+",
      disabledReason = "not run by Maven")
  void makesItsInterfaceAnewAfterTheIdlFileWasEdited() throws Exception {
    copySample();
    Path shown = Path.of(System.getProperty("maven.repo.local"));
    try (var repository = LocalRepository.over(shown, folder.resolve("repository"))) {
      repository.add("xpcom4j-api", SmallApi.jar(folder.resolve("api")), "");
      repository.addCompiler();
      build(repository);
      assertTrue(compiled("exIGreeter").contains("greet"));

      Path idl = folder.resolve(FILE);
      Files.writeString(idl, Files.readString(idl).replace("};", "  const long ADDED = 1;\n};"));
      build(repository);
      assertTrue(compiled("exIGreeter").contains("ADDED"), "exIGreeter.class is still the old one");
    }
  }

  private void copySample() throws IOException {
    try (Stream<Path> files = Files.walk(SAMPLE)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = folder.resolve(SAMPLE.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
  }

  private String compiled(String type) throws IOException {
    Path file = folder.resolve("target/classes/org/example/greeter/" + type + ".class");
    return Files.readString(file, StandardCharsets.ISO_8859_1);
  }

  private void build(LocalRepository repository) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    boolean isWindows = File.separatorChar == '\\';
    command.add(
        Path.of(System.getProperty("maven.home"), "bin", isWindows ? "mvn.cmd" : "mvn").toString());
    command.addAll(List.of("--batch-mode", "--quiet"));
    command.add("-Dmaven.repo.local=" + repository.root());
    command.add("-Dxpcom4j.version=" + System.getProperty("project.version"));
    if (System.getProperty("maven.mode").equals("offline=true")) {
      command.add("--offline");
    }
    command.add("compile");
    Path log = folder.resolve("build.log");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().putAll(Map.of("JAVA_HOME", System.getProperty("java.home")));
    Process process = builder.start();
    boolean ended = process.waitFor(5, TimeUnit.MINUTES);
    if (!ended) {
      process.destroyForcibly();
    }
    assertTrue(ended, () -> "Maven did not end:\n" + read(log));
    assertEquals(0, process.exitValue(), () -> read(log));
  }

  private static String read(Path log) {
    try {
      return Files.readString(log);
    } catch (IOException unreadable) {
      return unreadable.toString();
    }
  }
}
