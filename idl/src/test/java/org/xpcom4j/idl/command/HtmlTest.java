package org.xpcom4j.idl.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("xpidl html")
class HtmlTest {
  private static final String INTERFACE =
      """
      [uuid(00000000-0000-0000-0000-00000000000a)]
      interface exIShown {
        void f();
      };
      """;

  @TempDir Path folder;

  @BeforeEach
  void writeFile() throws IOException {
    Files.writeString(folder.resolve("exIShown.idl"), INTERFACE);
  }

  @Test
  void writesASiteOfTheFilesInAFolder() throws IOException {
    assertEquals(
        new CommandRun(0, "", ""),
        html("--title", "Shown & seen", "--package", "org.example", folder.toString()));
    String page = page("exIShown.html");
    assertTrue(page.contains("Shown &amp; seen"), page);
    assertTrue(page.contains("org.<wbr />example.<wbr />exIShown"), page);
    assertTrue(page("index.html").contains("href=\"exIShown.html\""));
  }

  @Test
  void showsWhatIsFrozenAndWhatImplements() throws IOException {
    String frozen = folder.resolve("frozen.txt").toString();
    String file = folder.resolve("exIShown.idl").toString();
    assertEquals(0, CommandRun.of("freeze", "--as", "1.0", "-o", frozen, file).exitCode());
    Path list =
        Files.writeString(
            folder.resolve("list.tsv"), "org.example.Shown\torg.example\t\texIShown\n");
    assertEquals(
        new CommandRun(0, "", ""),
        html("--frozen", frozen, "--implementations", list.toString(), file));
    String page = page("exIShown.html");
    assertTrue(page.contains("frozen at 1.0"), page);
    assertTrue(page.contains("org.<wbr />example.<wbr />Shown"), page);
  }

  @Test
  void refusesAListWithAWrongLineAndWritesNothing() throws IOException {
    Path list = Files.writeString(folder.resolve("list.tsv"), "# columns\norg.example.Shown\n");
    CommandRun run = html("--implementations", list.toString(), folder.toString());
    assertEquals(1, run.exitCode());
    assertTrue(run.err().contains("list.tsv:2:1: error: [xpidl.implementations]"), run.err());
    assertFalse(Files.exists(folder.resolve("site")));
  }

  @Test
  void refusesFilesWithErrorsAndWritesNothing() throws IOException {
    Files.writeString(folder.resolve("exIWrong.idl"), "interface exIWrong { void f() };\n");
    CommandRun run = html(folder.toString());
    assertEquals(1, run.exitCode());
    assertTrue(run.err().contains("exIWrong.idl:1:"), run.err());
    assertFalse(Files.exists(folder.resolve("site")));
  }

  @Test
  void needsAFolderToWriteInto() {
    CommandRun run = CommandRun.of("html", folder.toString());
    assertEquals(2, run.exitCode());
    assertTrue(run.err().contains("-o=OUT"), run.err());
  }

  @Test
  void saysThatAFolderHasNoIdlFiles() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    CommandRun run = html(empty.toString());
    assertEquals(2, run.exitCode());
    assertEquals("xpidl: " + empty + ": there is no IDL file in this folder\n", run.err());
  }

  @Test
  void saysThatTheSiteCannotBeWritten() throws IOException {
    Files.writeString(folder.resolve("site"), "a file");
    CommandRun run = html(folder.toString());
    assertEquals(2, run.exitCode());
    assertTrue(run.err().startsWith("xpidl: " + folder.resolve("site") + ": "), run.err());
  }

  private CommandRun html(String... more) {
    String[] args = new String[more.length + 3];
    System.arraycopy(new String[] {"html", "-o", folder.resolve("site").toString()}, 0, args, 0, 3);
    System.arraycopy(more, 0, args, 3, more.length);
    return CommandRun.of(args);
  }

  private String page(String name) throws IOException {
    return Files.readString(folder.resolve("site").resolve(name));
  }
}
