package org.xpcom4j.idl.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("xpidl header, typelib and dump")
class BackEndsTest {
  private static final Path API =
      Path.of("../listener-api/src/main/resources/org/xpcom4j/interfaces");

  @TempDir Path folder;

  @Test
  void headersAreNamedAsTheirFiles() throws IOException {
    assertEquals(new CommandRun(0, "", ""), make("header", "nsIRunnable.idl"));
    String header = Files.readString(folder.resolve("nsIRunnable.h"));
    assertTrue(header.contains("#define NS_IRUNNABLE_IID_STR"), header);
  }

  @Test
  void whatCppDoesNotAllowRefusesAFile() throws IOException {
    Path file = folder.resolve("exIClash.idl");
    Files.writeString(
        file,
        """
        [uuid(00000000-0000-0000-0000-00000000000a)]
        interface exIClash {
          readonly attribute long bar;
          long getBar();
        };
        """);
    CommandRun run = CommandRun.of("header", "-o", folder.toString(), file.toString());
    assertEquals(1, run.exitCode());
    assertTrue(run.err().startsWith(file + ":4:"), run.err());
    assertEquals(false, Files.exists(folder.resolve("exIClash.h")));
  }

  @Test
  void typelibsCanBeDumped() {
    assertEquals(new CommandRun(0, "", ""), make("typelib", "nsIRunnable.idl"));
    CommandRun dump = CommandRun.of("dump", folder.resolve("nsIRunnable.xpt").toString());
    assertEquals(0, dump.exitCode());
    assertTrue(dump.out().contains("interface nsIRunnable"), dump.out());
    assertTrue(dump.out().contains("void run();"), dump.out());
  }

  @Test
  void whatIsNoTypelibIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("x.xpt"), "no typelib");
    CommandRun run = CommandRun.of("dump", file.toString());
    assertEquals(1, run.exitCode());
    assertEquals("", run.out());
    assertTrue(run.err().startsWith("xpidl: " + file + ": byte "), run.err());
  }

  @Test
  void aMissingTypelibIsBadUsage() {
    assertEquals(2, CommandRun.of("dump", folder.resolve("gone.xpt").toString()).exitCode());
  }

  private CommandRun make(String command, String file) {
    return CommandRun.of(command, "-o", folder.toString(), API.resolve(file).toString());
  }
}
