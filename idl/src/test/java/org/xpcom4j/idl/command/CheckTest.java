package org.xpcom4j.idl.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("xpidl check")
class CheckTest {
  private static final String GOOD =
      """
      #include "base.idl"
      [scriptable, uuid(00000000-0000-0000-0000-00000000000a)]
      interface exIGood : exIBase {
        const long ONE = 1;
        const long TWO = 2;
        readonly attribute long size;
        [noscript] void f();
        [notxpcom] long g();
        long h();
      };
      interface exIOther;
      """;
  private static final String BAD =
      """
      [uuid(00000000-0000-0000-0000-00000000000b)]
      interface exIBad {
        void f(in Unheard aThing);
        readonly attribute lnog size;
      };
      """;

  @TempDir Path folder;
  private Path good;
  private Path bad;

  @BeforeEach
  void writeFiles() throws IOException {
    write(
        "base.idl",
        """
        [scriptable, uuid(00000000-0000-0000-0000-000000000001)]
        interface exIBase {};
        """);
    good = write("good.idl", GOOD);
    bad = write("bad.idl", BAD);
  }

  @Test
  void saysNothingAboutFilesThatAreRight() {
    assertEquals(new CommandRun(0, "", ""), check(good));
  }

  @Test
  void showsEveryErrorWithItsPlace() {
    String expected =
        """
        BAD:3:13: error: [xpidl.unknown-type] type "Unheard" is not declared above
          void f(in Unheard aThing);
                    ^
        BAD:4:22: error: [xpidl.unknown-type] type "lnog" is not declared above
          readonly attribute lnog size;
                             ^
          near: long
        2 errors, 0 warnings, 1 of 2 files refused
        """;
    assertEquals(new CommandRun(1, "", expected.replace("BAD", bad.toString())), check(good, bad));
  }

  @Test
  void saysTheSameToProgramsAsJson() {
    String expected =
        """
        {"files":[{"path":"GOOD","status":"accepted","interfaces":1,"methods":3,"attributes":1,\
        "constants":2,"errors":[],"warnings":[]},\
        {"path":"BAD","status":"refused","interfaces":1,"methods":1,"attributes":1,"constants":0,\
        "errors":[{"file":"BAD","line":3,"column":13,\
        "message":"type \\"Unheard\\" is not declared above","hint":""},\
        {"file":"BAD","line":4,"column":22,\
        "message":"type \\"lnog\\" is not declared above","hint":"did you mean long?"}],\
        "warnings":[]}]}
        """
            .replace("GOOD", good.toString())
            .replace("BAD", bad.toString());
    assertEquals(
        new CommandRun(1, expected, ""),
        CommandRun.of("check", "--format", "json", good.toString(), bad.toString()));
  }

  @Test
  void refusesAFileForAnErrorInWhatItIncludes() throws IOException {
    Path user = write("user.idl", "#include \"bad.idl\"\ninterface exIOther;\n");
    CommandRun run = check(user);
    assertEquals(1, run.exitCode());
    assertTrue(run.err().startsWith(folder + "/bad.idl:3:13: error:"), run.err());
    assertTrue(run.err().endsWith("2 errors, 0 warnings, 1 of 1 file refused\n"), run.err());
  }

  @Test
  void findsIncludedFilesInTheFoldersThatItIsGiven() throws IOException {
    Path sub = Files.createDirectory(folder.resolve("sub"));
    Path user = sub.resolve("user.idl");
    Files.writeString(user, "#include \"base.idl\"\n");
    assertEquals(
        """
        USER:1:1: error: [xpidl.include] included file "base.idl" not found
        #include "base.idl"
        ^
          from: looked in SUB
        1 error, 0 warnings, 1 of 1 file refused
        """
            .replace("USER", user.toString())
            .replace("SUB", sub.toString()),
        check(user).err());
    assertEquals(
        new CommandRun(0, "", ""),
        CommandRun.of("check", "-I", folder.toString(), user.toString()));
    assertEquals(new CommandRun(0, "", ""), CommandRun.of("check", "-I" + folder, user.toString()));
  }

  @Test
  void theMistakesOfOneFileDoNotExcuseThoseOfAnother() throws IOException {
    Path breaks = write("breaks.idl", "interface exITarget : exINowhere { };\n");
    Path uses = write("uses.idl", "typedef exITarget target;\n");
    CommandRun run = check(breaks, uses);
    assertTrue(run.err().contains("uses.idl:1:9: error: [xpidl.unknown-type]"), run.err());
    assertTrue(run.err().endsWith("2 of 2 files refused\n"), run.err());
  }

  @Test
  void takesWarningsForErrorsIfItIsStrict() throws IOException {
    Path odd = write("odd.idl", "%{JavaScript\n%}\n");
    CommandRun lax = check(odd);
    assertEquals(0, lax.exitCode());
    assertTrue(lax.err().contains("odd.idl:1:1: warning: [xpidl.raw-block]"), lax.err());
    assertTrue(lax.err().endsWith("0 errors, 1 warning, 0 of 1 file refused\n"), lax.err());
    CommandRun strict = CommandRun.of("check", "--strict", odd.toString());
    assertEquals(1, strict.exitCode());
    assertTrue(strict.err().contains("odd.idl:1:1: error: [xpidl.raw-block]"), strict.err());
  }

  @Test
  void aMissingFileIsBadUsage() {
    assertEquals(
        new CommandRun(2, "", "xpidl: gone.idl: there is no such file\n"),
        CommandRun.of("check", "gone.idl", bad.toString()));
    assertEquals(new CommandRun(2, "", "xpidl: " + folder + ": this is a folder\n"), check(folder));
  }

  @Test
  void keepGoingRefusesAMissingFileAndLooksAtTheOthers() {
    assertEquals(
        new CommandRun(
            1,
            "",
            """
            gone.idl:1:1: error: [xpidl.unreadable] there is no such file
            1 error, 0 warnings, 1 of 2 files refused
            """),
        CommandRun.of("check", "--keep-going", "gone.idl", good.toString()));
  }

  @Test
  void includeFoldersThatAreNotThereHoldNothing() {
    assertEquals(0, CommandRun.of("check", "-I", "/no/such/folder", good.toString()).exitCode());
  }

  @Test
  void oneFileByTwoPathsIsOneFile() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link.idl"), good);
    assertEquals(
        new CommandRun(0, "", ""),
        check(good, link, folder.resolve("../").resolve(folder.getFileName()).resolve("base.idl")));
  }

  @Test
  void anyNumberOfThreadsSaysTheSame() {
    CommandRun one = CommandRun.of("check", "--jobs", "1", good.toString(), bad.toString());
    CommandRun eight = CommandRun.of("check", "--jobs=8", good.toString(), bad.toString());
    assertEquals(one, eight);
  }

  @Test
  void coloursPlaceAndKindOnATerminal() {
    CommandRun run = CommandRun.of(true, "check", bad.toString());
    assertTrue(
        run.err().startsWith("\u001B[1m" + bad + ":3:13: \u001B[0m\u001B[1;31merror:\u001B[0m ["),
        run.err());
  }

  private CommandRun check(Path... files) {
    String[] args = new String[files.length + 1];
    args[0] = "check";
    for (int i = 0; i < files.length; i++) {
      args[i + 1] = files[i].toString();
    }
    return CommandRun.of(args);
  }

  private Path write(String name, String text) throws IOException {
    return Files.write(folder.resolve(name), text.getBytes(UTF_8));
  }
}
