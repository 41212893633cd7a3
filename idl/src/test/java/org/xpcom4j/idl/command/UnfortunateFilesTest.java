package org.xpcom4j.idl.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("xpidl: files that cannot be read or written")
class UnfortunateFilesTest {
  @TempDir Path folder;
  private Path good;

  @BeforeEach
  void writeFile() throws IOException {
    good =
        Files.writeString(
            folder.resolve("good.idl"),
            "[scriptable, uuid(00000000-0000-0000-0000-00000000000a)] interface exIGood {};\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"dump", "format"})
  void aMissingFileIsNamedOnce(String command) {
    Path gone = folder.resolve("gone");
    assertEquals(
        new CommandRun(2, "", "xpidl: " + gone + ": there is no such file or folder\n"),
        CommandRun.of(command, gone.toString()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"dump", "format"})
  void aFolderIsNoFile(String command) {
    assertEquals(
        new CommandRun(2, "", "xpidl: " + folder + ": this is a folder\n"),
        CommandRun.of(command, folder.toString()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"check", "dump", "format"})
  @EnabledOnOs(OS.LINUX)
  void aLinkThatLeadsToItselfIsNotTakenForAMissingFile(String command) throws IOException {
    Path link = folder.resolve("link");
    Files.createSymbolicLink(link, link);
    CommandRun run = CommandRun.of(command, link.toString());
    assertEquals(2, run.exitCode());
    assertTrue(run.err().startsWith("xpidl: " + link + ": Too many levels of"), run.err());
  }

  /** It is listed, and gone when it is to be read. */
  @Test
  @DisabledOnOs(OS.WINDOWS)
  void anIncludedFileThatDisappearsIsAnErrorOfThatFile() throws IOException {
    Path gone = folder.resolve("gone.idl");
    Files.createSymbolicLink(gone, folder.resolve("nowhere"));
    Files.writeString(good, "#include \"gone.idl\"\n");
    assertEquals(
        new CommandRun(
            1,
            "",
            gone
                + ":1:1: error: [xpidl.unreadable] file cannot be read: there is no such file or"
                + " folder\n1 error, 0 warnings, 1 of 1 file refused\n"),
        CommandRun.of("check", good.toString()));
  }

  /** Its first page is never mapped. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void aFileThatFailsToBeReadIsRefusedWithTheReason() {
    assertEquals(
        new CommandRun(
            1,
            "",
            """
            /proc/self/mem:1:1: error: [xpidl.unreadable] file cannot be read: Input/output error
            1 error, 0 warnings, 1 of 1 file refused
            """),
        CommandRun.of("check", "/proc/self/mem"));
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aDeviceThatNeverEndsIsRefused() {
    assertEquals(
        new CommandRun(
            1,
            "",
            """
            /dev/zero:1:1: error: [xpidl.unreadable] file cannot be read: this is no file, and gives \
            more than 64 MiB
            1 error, 0 warnings, 1 of 1 file refused
            """),
        CommandRun.of("check", "/dev/zero"));
  }

  @Test
  void whereAFileIsNoFolderCanBe() {
    String message =
        good
            + ":1:1: error: [xpidl.unwritable] cannot write good.xpt: "
            + good
            + ": this is there already, and is no folder\n"
            + "1 error, 0 warnings, 1 of 1 file refused\n";
    assertEquals(
        new CommandRun(1, "", message),
        CommandRun.of("typelib", "-o", good.toString(), good.toString()));
  }

  @Test
  void aFreezeFileNeedsAFolder() {
    Path out = folder.resolve("none/frozen.txt");
    assertEquals(
        new CommandRun(2, "", "xpidl: " + out + ": there is no such file or folder\n"),
        CommandRun.of("freeze", "--as", "1.0", "-o", out.toString(), good.toString()));
  }
}
