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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("xpidl java")
class JavaTest {
  private static final Path API =
      Path.of("../listener-api/src/main/resources/org/xpcom4j/interfaces");
  private static final String GREETER =
      """
      #include "nsISupports.idl"
      interface exIListener;
      [scriptable, uuid(00000000-0000-0000-0000-00000000000a)]
      interface exIGreeter : nsISupports {
        void greet(in exIListener aListener);
      };
      """;

  @TempDir Path folder;

  @Test
  void writesInterfacesIntoTheFolderOfTheirPackage() throws IOException {
    CommandRun run = compile(write("exIGreeter.idl", GREETER));
    assertEquals(new CommandRun(0, "", ""), run);
    String java = Files.readString(folder.resolve("out/org/example/exIGreeter.java"));
    assertTrue(java.contains("package org.example;"), java);
    assertTrue(java.contains("import org.xpcom4j.interfaces.nsISupports;"), java);
    assertTrue(java.contains("void greet(nsISupports aListener);"), java);
  }

  @Test
  void knowsTheInterfacesOfTheOtherFiles() throws IOException {
    Path listener =
        write(
            "listeners.idl",
            """
            #include "nsISupports.idl"
            [scriptable, uuid(00000000-0000-0000-0000-00000000000b)]
            interface exIListener : nsISupports { };
            """);
    assertEquals(0, compile(write("exIGreeter.idl", GREETER), listener).exitCode());
    String java = Files.readString(folder.resolve("out/org/example/exIGreeter.java"));
    assertTrue(java.contains("void greet(exIListener aListener);"), java);
  }

  @ParameterizedTest(name = "in {0}")
  @ValueSource(strings = {"exIListener.idl", "listeners.idl"})
  void mentionsDeprecatedInterfacesThatAreOnlyDeclaredWithoutAWarning(String name)
      throws IOException {
    Path listener =
        write(
            name,
            """
            #include "nsISupports.idl"
            [scriptable, deprecated, uuid(00000000-0000-0000-0000-00000000000b)]
            interface exIListener : nsISupports { };
            """);
    Path greeter = write("exIGreeter.idl", GREETER);
    boolean isFound = name.equals("exIListener.idl"); // by its name, without being an argument
    assertEquals(0, (isFound ? compile(greeter) : compile(greeter, listener)).exitCode());
    String java = Files.readString(folder.resolve("out/org/example/exIGreeter.java"));
    assertTrue(java.contains("@SuppressWarnings(\"deprecation\")"), java);
  }

  @Test
  void writesNothingIfAnyFileIsRefused() throws IOException {
    Path bad = write("bad.idl", "interface exIBad : exINowhere { };\n");
    assertEquals(1, compile(write("exIGreeter.idl", GREETER), bad).exitCode());
    assertFalse(Files.exists(folder.resolve("out")));
  }

  @Test
  void keepGoingWritesWhatTheOthersGive() throws IOException {
    Path bad = write("bad.idl", "interface exIBad : exINowhere { };\n");
    Path greeter = write("exIGreeter.idl", GREETER);
    CommandRun run =
        CommandRun.of(
            "java",
            "--keep-going",
            "-I",
            API.toString(),
            "-o",
            folder.resolve("out").toString(),
            bad.toString(),
            greeter.toString());
    assertEquals(1, run.exitCode());
    assertTrue(Files.exists(folder.resolve("out/org/xpcom4j/interfaces/exIGreeter.java")));
  }

  @Test
  void refusesTwoFilesThatGiveTheSame() throws IOException {
    Path one = write("exIGreeter.idl", GREETER);
    Path two = write("copy.idl", GREETER);
    CommandRun run = compile(one, two);
    assertEquals(1, run.exitCode());
    assertEquals(
        two
            + ":1:1: error: [xpidl.unwritable] org/example/exIGreeter.java is already made from "
            + one
            + "\n1 error, 0 warnings, 1 of 2 files refused\n",
        run.err());
  }

  @Test
  void saysWhatCannotBeWritten() throws IOException {
    Files.writeString(folder.resolve("out"), "a file where a folder is needed");
    CommandRun run = compile(write("exIGreeter.idl", GREETER));
    assertEquals(1, run.exitCode());
    assertTrue(
        run.err().contains("error: [xpidl.unwritable] cannot write org/example/exIGreeter.java"),
        run.err());
  }

  private CommandRun compile(Path... files) {
    String[] args = new String[files.length + 7];
    String[] options = {
      "java",
      "-I",
      API.toString(),
      "--package",
      "org.example",
      "-o",
      folder.resolve("out").toString()
    };
    System.arraycopy(options, 0, args, 0, options.length);
    for (int i = 0; i < files.length; i++) {
      args[options.length + i] = files[i].toString();
    }
    return CommandRun.of(args);
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
