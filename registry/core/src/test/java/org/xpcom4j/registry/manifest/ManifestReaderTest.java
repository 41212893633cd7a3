package org.xpcom4j.registry.manifest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.xpcom4j.result.Nsresult.NS_ERROR_FILE_NOT_FOUND;
import static org.xpcom4j.result.Nsresult.NS_ERROR_FILE_TOO_BIG;

import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xpcom4j.result.XpcomException;

@DisplayName("A manifest")
class ManifestReaderTest {

  private static final String CID = "{94b346d7-0cde-4e6e-b819-95d6f200bbf6}";

  @TempDir private Path folder;

  private final List<String> problems = new ArrayList<>();

  private Path write(String name, String text) throws Exception {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private List<Statement> readFile(Path file) {
    return ManifestReader.read(
        new ManifestFile(file, "chrome.manifest"),
        Platform.here("", "", ""),
        problem -> problems.add(problem.toString()));
  }

  /** What a manifest asks for, in words. */
  private List<String> read(String text) throws Exception {
    return readFile(write("chrome.manifest", text)).stream()
        .map(ManifestReaderTest::words)
        .toList();
  }

  private static String words(Statement statement) {
    if (statement instanceof Statement.Component component) {
      return "component {%s} %s !%s"
          .formatted(component.cid(), component.file().shown(), component.className());
    }
    if (statement instanceof Statement.Contract contract) {
      return "contract %s {%s}".formatted(contract.contractId(), contract.cid());
    }
    if (statement instanceof Statement.Category category) {
      return "category %s %s %s".formatted(category.category(), category.entry(), category.value());
    }
    return "interfaces " + ((Statement.Interfaces) statement).file().shown();
  }

  private String clause() {
    assertEquals(1, problems.size(), problems::toString);
    return problems.get(0).lines().findFirst().get();
  }

  @Nested
  @DisplayName("says")
  class Lines {

    @Test
    void componentsContractsCategoriesAndInterfaces() throws Exception {
      assertEquals(
          List.of(
              "component {94b346d7-0cde-4e6e-b819-95d6f200bbf6} lib/greeter.jar !",
              "component {94b346d7-0cde-4e6e-b819-95d6f200bbf7} lib/x.jar !org.example.X",
              "component {94b346d7-0cde-4e6e-b819-95d6f200bbf8}  !org.example.Y",
              "category app-startup Greeter service,@example.org/greeter;1",
              "interfaces org.example.xpt",
              "contract @example.org/greeter;1 {94b346d7-0cde-4e6e-b819-95d6f200bbf6}"),
          read(
              """
              component {94b346d7-0cde-4e6e-b819-95d6f200bbf6} lib/greeter.jar
              component {94b346d7-0cde-4e6e-b819-95d6f200bbf7} lib/x.jar!org.example.X
              component {94b346d7-0cde-4e6e-b819-95d6f200bbf8} !org.example.Y
              category app-startup Greeter service,@example.org/greeter;1
              interfaces org.example.xpt
              contract @example.org/greeter;1 {94b346d7-0cde-4e6e-b819-95d6f200bbf6}
              """));
      assertEquals(List.of(), problems);
    }

    @Test
    void contractsAfterAllElse() throws Exception {
      assertEquals(
          List.of("component " + CID + " a.jar !", "category c e v", "contract @a;1 " + CID),
          read("contract @a;1 " + CID + "\ncomponent " + CID + " a.jar\ncategory c e v"));
    }

    @Test
    void nothingByCommentsAndEmptyLines() throws Exception {
      assertEquals(List.of(), read("# a comment\n\n \t \n#\n"));
      assertEquals(List.of(), problems);
    }

    @Test
    void nothingIfItIsEmpty() throws Exception {
      assertEquals(List.of(), read(""));
      assertEquals(List.of(), problems);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void theSameWithLinesThatEndOtherwise(String end) throws Exception {
      assertEquals(
          List.of("category a b c", "category d e f"),
          read("category a b c" + end + end + "# no" + end + "category d e f" + end + "wrong"));
      assertEquals("chrome.manifest:5:1: directive \"wrong\" is unknown", clause());
    }

    @Test
    void wordsBetweenSpacesAndTabs() throws Exception {
      assertEquals(List.of("category a b c"), read(" \tcategory  a\tb \t c\t "));
    }

    @Test
    void classIdsOfAnyCaseWithOrWithoutBraces() throws Exception {
      assertEquals(
          List.of("component " + CID + " a.jar !", "component " + CID + " b.jar !"),
          read(
              "component 94b346d7-0cde-4e6e-b819-95d6f200bbf6 a.jar\n"
                  + "component {94B346D7-0CDE-4E6E-B819-95D6F200BBF6} b.jar"));
    }

    @Test
    void wordsInUtf8BehindAByteOrderMark() throws Exception {
      assertEquals(List.of("category Größe é 水"), read("\uFEFFcategory Größe é 水"));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "content package content/",
          "locale package en-US locale/",
          "skin package classic/1.0 skin/",
          "overlay chrome://a/b chrome://c/d",
          "style chrome://a/b chrome://c/d.css",
          "override chrome://a/b chrome://c/d",
          "resource host path/",
        })
    void nothingToUsWhereItSpeaksToTheChromeRegistry(String line) throws Exception {
      assertEquals(List.of(), read(line));
      assertEquals(List.of(), problems);
    }
  }

  @Nested
  @DisplayName("that is wrong in one line")
  class Mistakes {

    @Test
    void showsItAndCountsOtherwise() throws Exception {
      assertEquals(
          List.of("category a b c", "category d e f"),
          read("category a b c\ncomponent {94b346d7 a.jar\ncategory d e f"));
      assertEquals(
          List.of(
              """
              chrome.manifest:2:11: class ID is malformed
                component {94b346d7 a.jar
                          ^ expected 32 hexadecimal digits, as in \
              {00000000-0000-0000-c000-000000000046}"""),
          problems);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
        delimiter = '|',
        value = {
          "component {94b346d7-0cde-4e6e-b819-95d6f200bbf6 a.jar | 11 | class ID is malformed",
          "component 94b346d7-0cde-4e6e-b819-95d6f200bbf6} a.jar | 11 | class ID is malformed",
          "component 94b346d7-0cde-4e6e-b819-95d6f200bbf6x a.jar | 11 | class ID is malformed",
          "contract @a;1 nothing | 15 | class ID is malformed",
          "componnet {94b346d7-0cde-4e6e-b819-95d6f200bbf6} a.jar | 1 | directive \"componnet\" is unknown",
          "Component {94b346d7-0cde-4e6e-b819-95d6f200bbf6} a.jar | 1 | directive \"Component\" is unknown",
          "component | 10 | component has too few arguments",
          "component {94b346d7-0cde-4e6e-b819-95d6f200bbf6} | 49 | component has too few arguments",
          "category a b | 13 | category has too few arguments",
          "content package | 16 | content has too few arguments",
          "component {94b346d7-0cde-4e6e-b819-95d6f200bbf6} a.jar! | 56 | component names no class",
          "component {94b346d7-0cde-4e6e-b819-95d6f200bbf6} /a.jar | 50 | path cannot be used: a path is relative to the manifest's folder",
          "manifest missing.manifest | 10 | manifest cannot be read",
          "manifest . | 10 | manifest cannot be read",
          "binary-component libgreeter.so | 18 | native components cannot be loaded",
          "interfaces | 11 | interfaces has too few arguments",
        })
    void pointsAtTheMistake(String line, int column, String clause) throws Exception {
      assertEquals(List.of("category d e f"), read(line + "\ncategory d e f"));
      assertEquals("chrome.manifest:1:" + column + ": " + clause, clause());
    }

    @Test
    void saysWhatIsMissingForNativeComponents() throws Exception {
      read("binary-component libgreeter.so");

      assertEquals(
          List.of(
              """
              chrome.manifest:1:18: native components cannot be loaded
                binary-component libgreeter.so
                                 ^ needs the module org.xpcom4j.jni, which this registry does not \
              have"""),
          problems);
    }

    @Test
    void saysWhereCommentsBegin() throws Exception {
      read(" # late");

      assertEquals(
          List.of(
              """
              chrome.manifest:1:2: directive "#" is unknown
                 # late
                 ^ a comment begins in the first column"""),
          problems);
    }

    @Test
    void pointsAtBytesThatAreNoUtf8() throws Exception {
      byte[] bytes = "category a b c\ncategory \u00e9 b c\n".getBytes(StandardCharsets.ISO_8859_1);

      List<Statement> statements = readFile(Files.write(folder.resolve("chrome.manifest"), bytes));

      assertEquals(1, statements.size());
      assertEquals("chrome.manifest:2:10: line is no UTF-8", clause());
    }

    @Test
    void doesNotObeyControlCharactersOrFillTheScreen() throws Exception {
      read("category a b c \u001b[31m" + "x".repeat(10_000));

      assertEquals(3, problems.get(0).lines().count());
      assertEquals(-1, problems.get(0).indexOf('\u001b'));
    }
  }

  @Nested
  @DisplayName("that names another")
  class NestedManifests {

    @Test
    void isReadWithItInTheOrderOfTheLines() throws Exception {
      write("sub/more.manifest", "contract @inner;1 " + CID + "\ncategory inner e v\n");

      assertEquals(
          List.of(
              "category first e v",
              "category inner e v",
              "contract @inner;1 " + CID,
              "category last e v",
              "contract @outer;1 " + CID),
          read(
              "contract @outer;1 "
                  + CID
                  + "\ncategory first e v\nmanifest sub/more.manifest\ncategory last e v"));
    }

    @Test
    void findsFilesBesideEach() throws Exception {
      write("sub/more.manifest", "interfaces a.xpt\nmanifest deeper/most.manifest");
      write("sub/deeper/most.manifest", "interfaces b.xpt\ninterfaces ../c.xpt\nwrong");

      assertEquals(
          List.of(
              "interfaces sub/a.xpt",
              "interfaces sub/deeper/b.xpt",
              "interfaces sub/deeper/../c.xpt"),
          read("manifest sub/more.manifest"));
      assertEquals("sub/deeper/most.manifest:3:1: directive \"wrong\" is unknown", clause());
    }

    @Test
    void isNotReadIfItsFlagsSayNo() throws Exception {
      write("more.manifest", "category a b c");

      assertEquals(List.of(), read("manifest more.manifest os=neverheard"));
    }

    @Test
    void isTheOnlyOneThatReadsItsselfNot() throws Exception {
      write("more.manifest", "category a b c\nmanifest chrome.manifest\ncategory d e f");

      assertEquals(List.of("category a b c", "category d e f"), read("manifest more.manifest"));
      assertEquals(
          List.of(
              """
              more.manifest:2:10: manifest includes itself
                manifest chrome.manifest
                         ^ chrome.manifest → more.manifest → chrome.manifest"""),
          problems);
    }

    @Test
    void readsOneThatIsNamedTwiceOnce() throws Exception {
      write("more.manifest", "category a b c");

      assertEquals(
          List.of("category a b c"), read("manifest more.manifest\nmanifest ./more.manifest"));
      assertEquals(List.of(), problems);
    }

    @Test
    void givesUpWhereTheyAreNestedTooDeep() throws Exception {
      for (int i = 0; i < 150; i++) {
        write(i + ".manifest", "category c " + i + " v\nmanifest " + (i + 1) + ".manifest");
      }

      assertEquals(
          IntStream.range(0, 99)
              .mapToObj(i -> "category c " + i + " v")
              .collect(Collectors.toList()),
          read("manifest 0.manifest"));
      assertEquals("98.manifest:2:10: manifests are nested too deep", clause());
    }
  }

  @Test
  void thatIsMissingIsAnError() {
    var missing =
        assertThrows(XpcomException.class, () -> readFile(folder.resolve("chrome.manifest")));

    assertEquals(NS_ERROR_FILE_NOT_FOUND, missing.result());
  }

  @Test
  void thatIsFarTooLongIsAnError() throws Exception {
    Path file = folder.resolve("chrome.manifest");
    try (var sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(5 << 20);
    }

    var tooLong = assertThrows(XpcomException.class, () -> readFile(file));

    assertEquals(NS_ERROR_FILE_TOO_BIG, tooLong.result());
  }
}
