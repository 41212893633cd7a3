package org.xpcom4j.idl.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("xpidl freeze")
class FreezeTest {
  private static final String INTERFACE =
      """
      [uuid(00000000-0000-0000-0000-00000000000a)]
      interface exIFrozen {
        void f();
      };
      """;

  @TempDir Path folder;

  @Test
  void refusesChangesUntilTheyAreAccepted() throws IOException {
    Path file = Files.writeString(folder.resolve("exIFrozen.idl"), INTERFACE);
    assertEquals(new CommandRun(0, "", ""), freeze(file, "1.0"));
    String frozen = Files.readString(folder.resolve("frozen.txt"));
    assertTrue(frozen.contains("exIFrozen"), frozen);
    assertEquals(new CommandRun(0, "", ""), freeze(file, "2.0"));
    assertEquals(frozen, Files.readString(folder.resolve("frozen.txt")));

    Files.writeString(file, INTERFACE.replace("void f", "long f"));
    CommandRun refused = freeze(file, "2.0");
    assertEquals(1, refused.exitCode());
    assertTrue(refused.err().contains("[xpidl.frozen]"), refused.err());
    assertEquals(frozen, Files.readString(folder.resolve("frozen.txt")));
    assertEquals(0, freeze(file, "2.0", "--accept").exitCode());
    assertTrue(Files.readString(folder.resolve("frozen.txt")).contains("2.0"));
  }

  @Test
  void onlyWhatIsThereIsFrozenForGood() throws IOException {
    Path file = Files.writeString(folder.resolve("exIFrozen.idl"), INTERFACE);
    assertEquals(
        new CommandRun(
            2, "", "xpidl: --for-good exIFrozne: no interface of that name in the files\n"),
        freeze(file, "1.0", "--for-good", "exIFrozne"));
    assertFalse(Files.exists(folder.resolve("frozen.txt")));
    assertEquals(0, freeze(file, "1.0", "--for-good", "exIFrozen").exitCode());
    assertTrue(Files.readString(folder.resolve("frozen.txt")).contains("frozen for good"));
  }

  private CommandRun freeze(Path file, String version, String... more) {
    String out = folder.resolve("frozen.txt").toString();
    String[] args = new String[more.length + 6];
    System.arraycopy(
        new String[] {"freeze", "--as", version, "-o", out, file.toString()}, 0, args, 0, 6);
    System.arraycopy(more, 0, args, 6, more.length);
    return CommandRun.of(args);
  }
}
