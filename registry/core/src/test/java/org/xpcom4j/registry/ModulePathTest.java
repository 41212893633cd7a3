package org.xpcom4j.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("on the module path")
@Tag("smoke")
class ModulePathTest {

  private static final String MODULE_INFO =
      """
      module org.example.greeter {
        requires org.xpcom4j.registry;
        provides org.xpcom4j.registry.component.ComponentTable with org.example.greeter.Components;
      }
      """;

  private static final String GREETER =
      """
      package org.example.greeter;

      import org.xpcom4j.interfaces.nsIRunnable;
      import org.xpcom4j.registry.component.Component;
      import org.xpcom4j.registry.component.Scope;

      @Component(
          cid = "{5a7b522f-6f3a-4c1e-8b5a-8f6f3a1c9d0f}",
          contracts = "@example.org/modular;1",
          scope = Scope.SERVICE)
      final class Greeter implements nsIRunnable {
        public void run() {
          System.out.println("hello from " + getClass().getModule());
        }
      }
      """;

  private static final String MAIN =
      """
      package org.example.greeter;

      import com.google.inject.Guice;
      import com.google.inject.Key;
      import org.xpcom4j.interfaces.nsIRunnable;
      import org.xpcom4j.registry.Xpcom;
      import org.xpcom4j.registry.XpcomModule;
      import org.xpcom4j.registry.component.ContractIds;

      final class Main {
        public static void main(String[] arguments) {
          try (var xpcom = Xpcom.start()) {
            xpcom.getService("@example.org/modular;1", nsIRunnable.class).run();
            xpcom.contracts().stream()
                .filter(contract -> contract.contractId().equals("@example.org/modular;1"))
                .forEach(System.out::println);
          }
          var injector = Guice.createInjector(new XpcomModule());
          try (var xpcom = injector.getInstance(Xpcom.class)) {
            var key =
                Key.get(nsIRunnable.class, ContractIds.contractId("@example.org/modular;1"));
            System.out.println(
                injector.getInstance(key)
                    == xpcom.getService("@example.org/modular;1", nsIRunnable.class));
          }
        }
      }
      """;

  @TempDir private Path folder;

  @Test
  void packagePrivateComponentOfAClosedModuleIsFoundAndMade() throws Exception {
    Path classes = folder.resolve("classes");
    compile(classes);

    assertEquals(
        """
        hello from module org.example.greeter
        RegisteredContract[contractId=@example.org/modular;1, \
        cid=5a7b522f-6f3a-4c1e-8b5a-8f6f3a1c9d0f, className=org.example.greeter.Greeter, \
        module=org.example.greeter, origin=component table of org.example.greeter]
        true
        """,
        run(classes));
  }

  private void compile(Path classes) throws Exception {
    Path sources = folder.resolve("sources");
    Path inPackage = Files.createDirectories(sources.resolve("org/example/greeter"));
    Files.writeString(sources.resolve("module-info.java"), MODULE_INFO);
    Files.writeString(inPackage.resolve("Greeter.java"), GREETER);
    Files.writeString(inPackage.resolve("Main.java"), MAIN);
    var messages = new StringWriter();
    try (var files =
        ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, null, null)) {
      boolean compiled =
          ToolProvider.getSystemJavaCompiler()
              .getTask(
                  messages,
                  files,
                  null,
                  List.of(
                      "-d",
                      classes.toString(),
                      "--module-path",
                      modulePath(),
                      "--processor-path",
                      modulePath()),
                  null,
                  files.getJavaFileObjects(
                      sources.resolve("module-info.java"),
                      inPackage.resolve("Greeter.java"),
                      inPackage.resolve("Main.java")))
              .call();
      assertTrue(compiled, messages.toString());
    }
  }

  private String run(Path classes) throws Exception {
    Path output = folder.resolve("output");
    Path silence = Files.writeString(folder.resolve("logback.xml"), "<configuration/>");
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dlogback.configurationFile=" + silence,
                "--module-path",
                classes + File.pathSeparator + modulePath(),
                "--module",
                "org.example.greeter/org.example.greeter.Main")
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
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

  /** By the last name only: the repository may lie in a folder of any name. */
  private static boolean isOfTests(String name) {
    return name.contains("test") || name.contains("junit") || name.contains("surefire");
  }

  /** The class path of the tests without the tests. */
  private static String modulePath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !entry.isEmpty() && !isOfTests(Path.of(entry).getFileName().toString()))
        .collect(Collectors.joining(File.pathSeparator));
  }
}
