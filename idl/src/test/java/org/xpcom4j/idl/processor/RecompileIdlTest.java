package org.xpcom4j.idl.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.palantir.javapoet.JavaFile;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Maven does not see that an .idl file changed. With the execution of the clean plugin that modules
 * with IDL have in their pom.xml, the next build makes the interface anew: this runs Maven to see it.
 */
@DisplayName("A Maven build after an .idl file was edited")
class RecompileIdlTest {
  private static final String FILE = "org/xpcom4j/interfaces/nsIExtra.idl";

  /** Below the parent's own folder, so that its pom.xml can be named relatively. */
  @TempDir(factory = BelowTarget.class)
  Path folder;

  @Test
  @EnabledIfSystemProperty(
      named = "maven.home",
      matches = ".+",
      disabledReason = "not run by Maven")
  void regeneratesItsInterface() throws Exception {
    JavaModule project = SmallApi.module(folder);
    Files.writeString(folder.resolve("pom.xml"), pom());
    build();
    assertTrue(Files.exists(extraClass()));

    project.resource(
        FILE,
        """
        #include "nsISupports.idl"
        [scriptable, uuid(00000000-0000-0000-0000-000000000047)]
        interface nsIExtra : nsISupports { void added(); };
        """);
    build();
    String compiled = Files.readString(extraClass(), StandardCharsets.ISO_8859_1);
    assertTrue(compiled.contains("added"), "nsIExtra.class is still the old one");
  }

  private Path extraClass() {
    return folder.resolve("target/classes/org/xpcom4j/interfaces/nsIExtra.class");
  }

  private void build() throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    boolean isWindows = File.separatorChar == '\\';
    command.add(
        Path.of(System.getProperty("maven.home"), "bin", isWindows ? "mvn.cmd" : "mvn").toString());
    command.addAll(List.of("--batch-mode", "--quiet"));
    command.add("-Dmaven.repo.local=" + System.getProperty("maven.repo.local"));
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

  private String pom() throws URISyntaxException {
    Path parent = Path.of("../pom.xml").toAbsolutePath().normalize();
    return """
    <project xmlns="http://maven.apache.org/POM/4.0.0">
      <modelVersion>4.0.0</modelVersion>
      <parent>
        <groupId>org.xpcom4j</groupId>
        <artifactId>xpcom4j-parent</artifactId>
        <version>%s</version>
        <relativePath>%s</relativePath>
      </parent>
      <artifactId>edited-idl</artifactId>
      <build>
        <sourceDirectory>java</sourceDirectory>
        <resources><resource><directory>resources</directory></resource></resources>
        <plugins>
          <plugin>
            <groupId>org.apache.maven.plugins</groupId>
            <artifactId>maven-compiler-plugin</artifactId>
            <configuration>
              <compilerArgs combine.self="override">
                <arg>-processorpath</arg>
                <arg>%s</arg>
              </compilerArgs>
              <annotationProcessorPaths combine.self="override"/>
            </configuration>
          </plugin>
          <plugin>
            <groupId>org.apache.maven.plugins</groupId>
            <artifactId>maven-clean-plugin</artifactId>
            <executions>
              <execution>
                <id>recompile-idl</id>
                <phase>generate-sources</phase>
                <goals><goal>clean</goal></goals>
                <configuration>
                  <excludeDefaultDirectories>true</excludeDefaultDirectories>
                  <filesets>
                    <fileset>
                      <directory>${project.build.outputDirectory}</directory>
                      <includes><include>**/*.class</include></includes>
                    </fileset>
                  </filesets>
                </configuration>
              </execution>
            </executions>
          </plugin>
        </plugins>
      </build>
    </project>
    """
        .formatted(
            System.getProperty("project.version"),
            folder.toAbsolutePath().relativize(parent),
            place(XpIdlProcessor.class) + File.pathSeparator + place(JavaFile.class));
  }

  private static Path place(Class<?> type) throws URISyntaxException {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }
}
