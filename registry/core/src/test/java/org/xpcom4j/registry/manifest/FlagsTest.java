package org.xpcom4j.registry.manifest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The flags of a line")
class FlagsTest {

  private static final Platform PLATFORM =
      new Platform("Host@example.org", "2.5", "", "linux", "5.15", "linux_x86_64-gcc3");

  @TempDir private Path folder;

  private final List<String> problems = new ArrayList<>();

  private int statements(String line) throws Exception {
    Path file = Files.writeString(folder.resolve("chrome.manifest"), line);
    return ManifestReader.read(
            new ManifestFile(file, "chrome.manifest"),
            PLATFORM,
            problem -> problems.add(problem.toString()))
        .size();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "application=host@example.org",
        "application=Host@Example.Org",
        "application!=other@example.org",
        "application=other application=host@example.org",
        "os=linux",
        "os=LINUX",
        "OS=Linux",
        "os!=WINNT",
        "os=WINNT os=Linux os=Darwin",
        "osversion=5.15",
        "osversion>=5",
        "osversion<6",
        "abi=Linux_x86_64-GCC3",
        "ABI!=WINNT_x86-msvc",
        "process=main",
        "process!=content",
        "appversion=2.5",
        "appversion=2.5.0",
        "appversion<3",
        "appversion<=2.5",
        "appversion>2.5pre",
        "appversion>=2.5",
        "appversion<1 appversion>2",
        "appversion>=2 os=Linux application=host@example.org",
        "\t appversion>=2 \t os=Linux \t",
      })
  void holdHere(String flags) throws Exception {
    assertEquals(1, statements("category c e v " + flags));
    assertEquals(List.of(), problems);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "application=other@example.org",
        "application!=host@example.org",
        "application=",
        "os=WINNT",
        "os!=linux",
        "osversion<5",
        "abi=linux_x86-gcc3",
        "process=content",
        "appversion<2.5",
        "appversion<=2.4.9",
        "appversion>2.5",
        "appversion>=2.5.1",
        "appversion=2.50",
        "appversion>=2 os=WINNT",
        "os=Linux appversion<1",
        "platformversion>=0", // not known here
        "platformversion<1000",
      })
  void doNotHoldHere(String flags) throws Exception {
    assertEquals(0, statements("category c e v " + flags));
    assertEquals(List.of(), problems);
  }

  @ParameterizedTest(name = "{0} at {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "appversoin>=2 | 16 | flag \"appversoin>=2\" is unknown",
        "appversion | 26 | flag \"appversion\" is malformed",
        "appversion!=2 | 26 | flag \"appversion!=2\" is malformed",
        "appversion>= | 28 | flag appversion has no version",
        "appversion==2 | 26 | flag \"appversion==2\" is malformed",
        "os | 18 | flag \"os\" is malformed",
        "os! | 18 | flag \"os!\" is malformed",
        "os==linux | 18 | flag \"os==linux\" is malformed",
        "os<linux | 18 | flag \"os<linux\" is malformed",
        "platform | 16 | flag \"platform\" is unknown",
        "contentaccessible=yes | 16 | flag \"contentaccessible=yes\" is unknown",
        "=linux | 16 | flag \"=linux\" is unknown",
      })
  void thatAreWrongDropTheLineAndPointAtTheMistake(String flag, int column, String clause)
      throws Exception {
    assertEquals(0, statements("category c e v " + flag));
    assertEquals(
        "chrome.manifest:1:" + column + ": " + clause, problems.get(0).lines().findFirst().get());
  }

  @Test
  void areShownWithACaret() throws Exception {
    statements("category c e v os=Linux appversion>=");

    assertEquals(
        List.of(
            """
            chrome.manifest:1:37: flag appversion has no version
              category c e v os=Linux appversion>=
                                                  ^ expected a version, as in appversion>=1.0"""),
        problems);
  }

  @Test
  void thatMeanNothingAnyMoreAreToldAndTheLineCounts() throws Exception {
    assertEquals(1, statements("category c e v xpcnativewrappers=no"));
    assertEquals(
        "chrome.manifest:1:16: flag xpcnativewrappers means nothing any more",
        problems.get(0).lines().findFirst().get());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "contentaccessible",
        "contentaccessible=yes",
        "platform=0",
        "remoteenabled=true",
        "remoterequired=",
      })
  void ofContentAreUnderstoodThere(String flag) throws Exception {
    assertEquals(0, statements("content package uri/ " + flag));
    assertEquals(List.of(), problems);
  }

  @Test
  void ofContentAreYesOrNo() throws Exception {
    statements("content package uri/ platform=maybe");

    assertEquals(
        "chrome.manifest:1:30: flag \"platform=maybe\" is malformed",
        problems.get(0).lines().findFirst().get());
  }
}
