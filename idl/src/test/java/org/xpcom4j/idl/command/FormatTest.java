package org.xpcom4j.idl.command;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("xpidl format")
class FormatTest {
  @TempDir Path folder;

  @Test
  void namesTheFilesThatItChanges() throws IOException {
    Path odd = write("odd.idl", "interface   exIFoo ;");
    Path fine = write("fine.idl", "interface exIFoo;\n");
    assertEquals(
        new CommandRun(0, odd + "\n", ""),
        CommandRun.of("format", odd.toString(), fine.toString()));
    assertEquals("interface exIFoo;\n", Files.readString(odd));
    assertEquals(
        new CommandRun(0, "", ""),
        CommandRun.of("format", "--check", odd.toString(), fine.toString()));
  }

  @Test
  void checkChangesNothingAndFails() throws IOException {
    Path odd = write("odd.idl", "interface   exIFoo ;");
    assertEquals(
        new CommandRun(1, odd + "\n", ""), CommandRun.of("format", "--check", odd.toString()));
    assertEquals("interface   exIFoo ;", Files.readString(odd));
  }

  @Test
  void aFileKeepsItsEncoding() throws IOException {
    Path old = folder.resolve("old.idl");
    Files.write(old, "// caf\u00e9\ninterface  exIFoo;\n".getBytes(ISO_8859_1));
    assertEquals(0, CommandRun.of("format", old.toString()).exitCode());
    assertArrayEquals(
        "// caf\u00e9\ninterface exIFoo;\n".getBytes(ISO_8859_1), Files.readAllBytes(old));
  }

  @Test
  void leavesAFileAloneThatDoesNotParse() throws IOException {
    Path wrong = write("wrong.idl", "interface  exIFoo {");
    CommandRun run = CommandRun.of("format", wrong.toString());
    assertEquals(1, run.exitCode());
    assertTrue(run.err().contains("wrong.idl:1:20: error: [xpidl.syntax]"), run.err());
    assertEquals("interface  exIFoo {", Files.readString(wrong));
  }

  @Test
  void linksAndWhatIsNotItsOwnStay() throws IOException {
    Path odd = write("odd.idl", "interface   exIFoo ;");
    Path link = Files.createSymbolicLink(folder.resolve("link.idl"), odd.getFileName());
    assertEquals(0, CommandRun.of("format", link.toString()).exitCode());
    assertTrue(Files.isSymbolicLink(link));
    assertEquals("interface exIFoo;\n", Files.readString(odd));
    assertFalse(Files.exists(folder.resolve("odd.idl.new")));

    Path other = write("other.idl", "interface   exIFoo ;");
    Path foreign = write("other.idl.new", "mine");
    CommandRun run = CommandRun.of("format", other.toString());
    assertEquals(2, run.exitCode());
    assertEquals("xpidl: " + other + ": " + foreign.toRealPath() + " is in the way\n", run.err());
    assertEquals("mine", Files.readString(foreign));
  }

  @Test
  void aMissingFileIsBadUsage() {
    CommandRun run = CommandRun.of("format", folder.resolve("gone.idl").toString());
    assertEquals(2, run.exitCode());
    assertTrue(run.err().startsWith("xpidl: " + folder.resolve("gone.idl") + ": "), run.err());
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
