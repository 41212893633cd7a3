package org.xpcom4j.idl.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("xpidl: back ends and large files")
@Timeout(300)
class LargeFilesTest {
  private static final int MANY = 100_000;
  private static final String HEAD =
      "[scriptable, builtinclass, uuid(3f0c7d1e-6a5b-4c8d-9e2f-1a2b3c4d5e6f)] interface exI {\n";

  @TempDir Path folder;

  @Test
  void javaTakesMethodsInAnyNumber() throws IOException {
    CommandRun run = run("java", HEAD + repeat(i -> "void m" + i + "();\n") + "};");
    assertEquals(new CommandRun(0, "", ""), run);
    List<String> lines = Files.readAllLines(folder.resolve("org/xpcom4j/interfaces/exI.java"));
    assertEquals(MANY, lines.stream().filter(line -> line.matches("  void m\\d+\\(\\);")).count());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "void m%d();, 100000 vtable entries",
    "attribute long a%d;, 200000 vtable entries",
    "const long C%d = 1;, 100000 constants"
  })
  void typelibsSayWhatTheyCannotCount(String member, String said) throws IOException {
    CommandRun run = run("typelib", HEAD + repeat(i -> String.format(member, i)) + "};");
    assertEquals(1, run.exitCode());
    assertTrue(
        run.err().contains("error: [xpidl.typelib] " + said + " do not fit in a typelib\n"),
        run.err());
    assertTrue(run.err().contains("\n  expected: 65535 at most\n"), run.err());
  }

  @Test
  void javaSaysHowManyParametersItCanHave() throws IOException {
    String parameters = repeat(i -> (i == 0 ? "" : ", ") + "in long a" + i);
    CommandRun run = run("java", HEAD + "void m(" + parameters + "); };");
    assertEquals(1, run.exitCode());
    assertTrue(run.err().contains("method m has too many parameters for Java: 100000"), run.err());
  }

  private CommandRun run(String command, String idl) throws IOException {
    Path file = Files.writeString(folder.resolve("large.idl"), idl);
    return CommandRun.of(command, "-o", folder.toString(), file.toString());
  }

  private static String repeat(IntFunction<String> part) {
    return IntStream.range(0, MANY).mapToObj(part).collect(Collectors.joining());
  }
}
