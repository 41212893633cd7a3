package org.xpcom4j.idl.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xpcom4j.idl.diagnostic.Diagnostics;
import org.xpcom4j.idl.source.SourceText;
import org.xpcom4j.idl.syntax.SyntaxTree;
import org.xpcom4j.idl.testing.TreeText;

@DisplayName("The canonical layout of IDL")
class FormatterTest {
  private static final Path API =
      Path.of("../listener-api/src/main/resources/org/xpcom4j/interfaces");

  @Test
  void isAsTheGoldenFileShows() throws IOException {
    assertEquals(resource("strange.formatted.idl"), format(resource("strange.idl")));
  }

  @Test
  void lineEndsStayOfTheirKind() {
    assertEquals(
        "interface nsIFoo;\r\n\r\n/**\r\n * A doc.\r\n */\r\ninterface nsIBar;\r\n",
        format("interface  nsIFoo;\r\n\r\n/**\r\n* A doc.\r\n*/\r\ninterface nsIBar ;"));
  }

  @Test
  void whereLineEndsDifferABlockOfAnotherLanguageDecides() {
    assertEquals(
        "interface nsIFoo;\r\n%{C++\r\n%}\r\n", format("\ninterface nsIFoo;\n%{C++\r\n%}\n"));
  }

  @Test
  void anEmptyFileStaysEmpty() {
    assertEquals("", format(" \n\n"));
  }

  @Test
  void typesWithParametersHaveNoSpaces() {
    assertEquals(
        "void f(in Array<Array<long>> a);\n", format("void f(in Array < Array<long> > a);"));
  }

  @Test
  void enumsHaveOneEntryALine() {
    assertEquals(
        """
        interface nsIFoo {
          cenum Kind : 8 {
            ONE, // the first
            TWO = (1 << 1) | 8,
            THREE
          };
          void f();
        };
        """,
        format("interface nsIFoo{cenum Kind:8{ONE, // the first\nTWO=(1<<1)|8,THREE};void f();};"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void meaningStaysAndASecondTimeChangesNothing(Path file) throws Exception {
    assertKept(Files.readString(file));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("ownFiles")
  void ourOwnFilesHaveIt(Path file) throws IOException {
    String text = Files.readString(file);
    assertEquals(format(text), text, () -> "xpidl format " + file);
  }

  private static void assertKept(String text) throws ReflectiveOperationException {
    assertTrue(parses(text), text);
    String formatted = format(text);
    assertEquals(tree(text), tree(formatted), () -> "meaning changed by\n" + formatted);
    assertEquals(formatted, format(formatted), () -> "not stable: " + text);
    assertFalse(formatted.contains(" \n") && !text.contains(" \n"), formatted);
  }

  private static boolean parses(String text) {
    Diagnostics diagnostics = new Diagnostics();
    SyntaxTree.parse(new SourceText("", "x.idl", text), diagnostics);
    return !diagnostics.hasErrors();
  }

  private static String tree(String text) throws ReflectiveOperationException {
    SourceText source = new SourceText("", "x.idl", text);
    return TreeText.of(SyntaxTree.parse(source, new Diagnostics()).declarations());
  }

  private static String format(String text) {
    return Formatter.format(new SourceText("", "x.idl", text));
  }

  private static List<Path> files() throws Exception {
    List<Path> files = new ArrayList<>();
    try (Stream<Path> found = Files.list(API)) {
      found.filter(each -> each.toString().endsWith(".idl")).sorted().forEach(files::add);
    }
    files.add(Path.of(FormatterTest.class.getResource("strange.idl").toURI()));
    return files;
  }

  private static List<Path> ownFiles() throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path folder :
        List.of(API, Path.of("src/sample"), Path.of("../contract-tests/host/src/main"))) {
      try (Stream<Path> found = Files.walk(folder)) {
        found.filter(each -> each.toString().endsWith(".idl")).sorted().forEach(files::add);
      }
    }
    return files;
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = FormatterTest.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }
}
