package org.xpcom4j.registry.pref;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.xpcom4j.result.Nsresult.NS_ERROR_FILE_ACCESS_DENIED;
import static org.xpcom4j.result.Nsresult.NS_ERROR_FILE_CORRUPTED;
import static org.xpcom4j.result.Nsresult.NS_ERROR_FILE_INVALID_PATH;
import static org.xpcom4j.result.Nsresult.NS_ERROR_FILE_IS_DIRECTORY;
import static org.xpcom4j.result.Nsresult.NS_ERROR_FILE_NOT_FOUND;
import static org.xpcom4j.result.Nsresult.NS_ERROR_NO_INTERFACE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xpcom4j.interfaces.nsIObserver;
import org.xpcom4j.interfaces.nsIObserverService;
import org.xpcom4j.interfaces.nsIPrefBranch;
import org.xpcom4j.interfaces.nsIPrefService;
import org.xpcom4j.registry.Xpcom;
import org.xpcom4j.registry.XpcomOptions;
import org.xpcom4j.registry.primitive.SupportsString;
import org.xpcom4j.registry.testing.LogOf;
import org.xpcom4j.result.XpcomException;

@DisplayName("Preferences in a file")
class UserPrefsTest {

  private static final String SAVED = "user_pref(\"n\", 2);\n";

  @RegisterExtension final LogOf log = new LogOf(Preferences.class);

  @TempDir Path folder;

  private final Preferences prefs =
      new Preferences(Map.of("n", 1, "s", "default"), new Properties());

  private Path path() {
    return folder.resolve("prefs.js");
  }

  private static SupportsString name(Path path) {
    return new SupportsString(path.toString());
  }

  private void read(String text) throws IOException {
    Files.writeString(path(), text);
    prefs.readUserPrefs(name(path()));
  }

  private String saved() throws IOException {
    return saved(path());
  }

  /** The lines that are not of the header. */
  private static String saved(Path path) throws IOException {
    try (Stream<String> lines = Files.lines(path)) {
      return lines
          .filter(line -> line.startsWith("user_pref"))
          .reduce("", (all, line) -> all + line + "\n");
    }
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static XpcomException assertResult(long result, Executable call) {
    var failure = assertThrows(XpcomException.class, call);
    assertEquals(result, failure.result(), failure.getMessage());
    return failure;
  }

  @Nested
  @DisplayName("are read")
  class Reading {

    @Test
    void asDefaultsAndValuesOfTheUser() throws IOException {
      read("user_pref('n', 2); pref('d', 'grün'); sticky_pref('t', true);");
      assertEquals(2, prefs.getIntPref("n"));
      assertEquals("grün", prefs.getCharPref("d"));
      assertFalse(prefs.prefHasUserValue("d"));
      assertTrue(prefs.getDefaultBranch("").getBoolPref("t"));
      assertFalse(prefs.getDirty());
    }

    @Test
    void alsoWhenTheyEqualTheDefault() throws IOException {
      read("user_pref('n', 1);");
      assertTrue(prefs.prefHasUserValue("n"));
    }

    @Test
    void onceOnly() throws IOException {
      read(SAVED);
      prefs.setIntPref("n", 3);
      prefs.readUserPrefs(name(path()));
      prefs.readUserPrefs(null);
      assertEquals(3, prefs.getIntPref("n"));
    }

    @Test
    void andObserversAreTold() throws IOException {
      List<String> told = new ArrayList<>();
      prefs.addObserver("", (subject, topic, data) -> told.add(data), false);
      read("user_pref('n', 1); user_pref('n', 2); user_pref('other', 3);");
      assertEquals(List.of("n", "other"), told);
    }

    @Test
    void fromAFileThatMustExist() {
      assertResult(NS_ERROR_FILE_NOT_FOUND, () -> prefs.readUserPrefs(null));
      assertResult(NS_ERROR_FILE_NOT_FOUND, () -> prefs.readUserPrefs(name(path())));
    }

    @Test
    void fromAFileThatMayComeLater() throws IOException {
      assertResult(NS_ERROR_FILE_NOT_FOUND, () -> prefs.readUserPrefs(name(path())));
      prefs.setIntPref("n", 2);
      prefs.savePrefFile(null);
      assertEquals(SAVED, saved());
    }

    @Test
    void fromWhatNamesAFile() {
      assertResult(NS_ERROR_NO_INTERFACE, () -> prefs.readUserPrefs(prefs.getDefaultBranch("")));
      assertResult(NS_ERROR_FILE_INVALID_PATH, () -> prefs.readUserPrefs(new SupportsString("\0")));
      assertResult(NS_ERROR_FILE_IS_DIRECTORY, () -> prefs.readUserPrefs(name(folder)));
    }
  }

  @Nested
  @DisplayName("that are damaged")
  class Damaged {

    private static final String DAMAGED =
        "user_pref('a', 1);\nuser_pref('b', );\nuser_pref('c', 3);\n";

    @Test
    void areReadAsFarAsTheyGo() {
      var failure = assertResult(NS_ERROR_FILE_CORRUPTED, () -> read(DAMAGED));
      assertTrue(failure.getMessage().contains("prefs.js:2:16: "), failure.getMessage());
      assertEquals(1, prefs.getIntPref("a"));
      assertEquals(3, prefs.getIntPref("c"));
      assertEquals(1, log.lines().size());
    }

    @Test
    void areKeptAsACopyAndSavedAnew() throws IOException {
      Files.writeString(folder.resolve("Invalidprefs.js"), "older");
      assertResult(NS_ERROR_FILE_CORRUPTED, () -> read(DAMAGED));
      assertEquals(DAMAGED, Files.readString(folder.resolve("Invalidprefs.js")));
      assertEquals(DAMAGED, Files.readString(path()));
      prefs.savePrefFile(null);
      assertEquals("user_pref(\"a\", 1);\nuser_pref(\"c\", 3);\n", saved());
    }

    @Test
    void areThoseOfAnotherTypeThanTheDefault() {
      var failure =
          assertResult(
              NS_ERROR_FILE_CORRUPTED, () -> read("user_pref('n', 'x');user_pref('s', 'y');"));
      assertTrue(failure.getMessage().contains("\"n\" is a whole number"), failure.getMessage());
      assertEquals("y", prefs.getCharPref("s"));
    }
  }

  @Nested
  @DisplayName("are saved")
  class Saving {

    @Test
    void whenTheyDifferFromTheDefault() throws IOException {
      prefs.setIntPref("n", 2);
      prefs.setCharPref("s", "default");
      prefs.setBoolPref("own", false);
      prefs.getDefaultBranch("").setIntPref("d", 4);
      prefs.savePrefFile(name(path()));
      assertEquals(SAVED + "user_pref(\"own\", false);\n", saved());
    }

    @Test
    void sortedByBytesWithFewEscapes() throws IOException {
      prefs.setCharPref("z", "\"quoted\" \\ and\r\n\tmore: grün 😀");
      prefs.setCharPref("Z", "'");
      prefs.setIntPref("ä", -2_147_483_648);
      prefs.setCharPref("a\"b", "");
      prefs.savePrefFile(name(path()));
      assertEquals(
          """
          user_pref("Z", "'");
          user_pref("a\\"b", "");
          user_pref("z", "\\"quoted\\" \\\\ and\\r\\n\tmore: grün 😀");
          user_pref("ä", -2147483648);
          """,
          saved());
    }

    @Test
    void soThatTheyAreReadAgain() throws IOException {
      prefs.setCharPref("text", "\"\\\n\r'\t\u0001\u001A grün 世 😀 */ // #");
      prefs.setIntPref("n", -5);
      prefs.savePrefFile(name(path()));
      var again = new Preferences(Map.of(), new Properties());
      again.readUserPrefs(name(path()));
      assertEquals(prefs.getCharPref("text"), again.getCharPref("text"));
      assertEquals(-5, again.getIntPref("n"));
    }

    @Test
    void alsoWhenTheyAreLocked() throws IOException {
      prefs.setIntPref("n", 2);
      prefs.lockPref("n");
      prefs.savePrefFile(name(path()));
      assertEquals(SAVED, saved());
    }

    @Test
    void alsoWhenTheyEqualAStickyDefault() throws IOException {
      read("sticky_pref('t', true); user_pref('n', 1);");
      prefs.setBoolPref("t", true);
      prefs.savePrefFile(null);
      assertEquals("user_pref(\"t\", true);\n", saved());
    }

    @Test
    void onlyWhenSomethingHasChanged() throws IOException {
      read("user_pref('n', 2); // mine");
      prefs.savePrefFile(null);
      assertEquals("user_pref('n', 2); // mine", Files.readString(path()));
    }

    @Test
    void nowhereWithoutAFile() {
      prefs.setIntPref("n", 2);
      prefs.savePrefFile(null);
      assertTrue(prefs.getDirty());
    }

    @Test
    void toAnotherFileWhichDoesNotBecomeTheirs() throws IOException {
      read("");
      prefs.setIntPref("n", 2);
      prefs.savePrefFile(name(folder.resolve("copy.js")));
      assertFalse(prefs.getDirty());
      prefs.setIntPref("n", 3);
      prefs.savePrefFile(null);
      assertEquals(SAVED, saved(folder.resolve("copy.js")));
      assertEquals("user_pref(\"n\", 3);\n", saved());
    }

    @Test
    void byTheirOwnerOnlyAndLeaveNothingElse() throws IOException {
      prefs.setIntPref("n", 2);
      prefs.savePrefFile(name(path()));
      assertEquals(
          "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(path())));
      assertEquals(List.of("prefs.js"), files());
    }

    @Test
    void withThePermissionsThatTheFileHad() throws IOException {
      read("");
      Files.setPosixFilePermissions(path(), PosixFilePermissions.fromString("rw-r--r--"));
      prefs.setIntPref("n", 2);
      prefs.savePrefFile(null);
      assertEquals(
          "rw-r--r--", PosixFilePermissions.toString(Files.getPosixFilePermissions(path())));
    }

    @Test
    void throughALink() throws IOException {
      Path real = Files.createDirectory(folder.resolve("real")).resolve("p.js");
      Files.writeString(real, "");
      Files.createSymbolicLink(path(), real);
      prefs.setIntPref("n", 2);
      prefs.savePrefFile(name(path()));
      assertTrue(Files.isSymbolicLink(path()));
      assertEquals(SAVED, saved(real));
    }

    @Test
    void andWhatAKilledProcessLeftIsRemovedAfterAnHour() throws IOException {
      Path left = Files.writeString(folder.resolve("prefs.js.123.new"), "half");
      Path mine = Files.writeString(folder.resolve("prefs.js.mine.new"), "mine");
      Path young = Files.writeString(folder.resolve("prefs.js.456.new"), "half");
      FileTime old = FileTime.from(Instant.now().minus(Duration.ofHours(2)));
      Files.setLastModifiedTime(left, old);
      Files.setLastModifiedTime(mine, old);
      prefs.savePrefFile(name(path()));
      assertEquals(
          List.of("prefs.js", young.getFileName().toString(), mine.getFileName().toString()),
          files());
    }
  }

  @Nested
  @DisplayName("that cannot be saved")
  class Unsaved {

    @Test
    void becauseThereIsNoFolderStayUnsaved() {
      prefs.setIntPref("n", 2);
      assertResult(
          NS_ERROR_FILE_NOT_FOUND,
          () -> prefs.savePrefFile(name(folder.resolve("missing/prefs.js"))));
      assertTrue(prefs.getDirty());
    }

    @Test
    void becauseThereIsAFolderLeaveNothing() throws IOException {
      Files.createDirectories(path().resolve("full"));
      assertResult(NS_ERROR_FILE_IS_DIRECTORY, () -> prefs.savePrefFile(name(path())));
      assertEquals(List.of("prefs.js"), files());
    }

    @Test
    void becauseTheFileMayNotBeWrittenLeaveIt() throws IOException {
      read("user_pref('n', 2);");
      Files.setPosixFilePermissions(path(), PosixFilePermissions.fromString("r--r--r--"));
      assumeFalse(Files.isWritable(path()), "the system's administrator may write everything");
      prefs.setIntPref("n", 3);
      assertResult(NS_ERROR_FILE_ACCESS_DENIED, () -> prefs.savePrefFile(null));
      assertEquals("user_pref('n', 2);", Files.readString(path(), UTF_8));
      assertTrue(prefs.getDirty());
    }
  }

  @Nested
  @DisplayName("of a registry")
  class OfRegistry {

    private nsIPrefService service(Xpcom xpcom) {
      return xpcom.getService(nsIPrefService.NS_PREFSERVICE_CONTRACTID, nsIPrefService.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"profile-before-change", "suspend_process_notification"})
    void areSavedWhenItIsTime(String topic) throws IOException {
      Files.writeString(path(), "");
      try (Xpcom xpcom = Xpcom.start()) {
        service(xpcom).readUserPrefs(name(path()));
        service(xpcom).getBranch("").setIntPref("n", 2);
        xpcom
            .getService(nsIObserverService.NS_OBSERVERSERVICE_CONTRACTID, nsIObserverService.class)
            .notifyObservers(null, topic, null);
        assertEquals(SAVED, saved());
      }
    }

    @Test
    void areSavedAtItsEnd() throws IOException {
      Files.writeString(path(), "");
      try (Xpcom xpcom = Xpcom.start()) {
        service(xpcom).readUserPrefs(name(path()));
        service(xpcom).getBranch("").setIntPref("n", 2);
      }
      assertEquals(SAVED, saved());
    }

    @Test
    void areOneObjectWithTheBranchOfAll() {
      try (Xpcom xpcom = Xpcom.start()) {
        assertSame(service(xpcom), service(xpcom).getBranch(null));
        assertSame(service(xpcom), service(xpcom).getBranch(""));
        assertSame(service(xpcom).getDefaultBranch(""), service(xpcom).getDefaultBranch(null));
        assertEquals("a.", service(xpcom).getBranch("a.").getRoot());
      }
    }

    @Test
    void mayBeReset() {
      try (Xpcom xpcom = Xpcom.start(XpcomOptions.defaults().withPreferences(Map.of("n", 1)))) {
        List<String> told = new ArrayList<>();
        nsIObserver observer = (subject, topic, data) -> told.add(topic);
        xpcom
            .getService(nsIObserverService.NS_OBSERVERSERVICE_CONTRACTID, nsIObserverService.class)
            .addObserver(observer, "prefservice:before-reset", false);
        nsIPrefBranch all = service(xpcom).getBranch(null);
        all.setIntPref("n", 2);
        all.setIntPref("mine", 3);
        service(xpcom).resetPrefs();
        assertEquals(1, all.getIntPref("n"));
        assertEquals(nsIPrefBranch.PREF_INVALID, all.getPrefType("mine"));
        assertEquals(List.of("prefservice:before-reset"), told);
      }
    }
  }

  @Test
  void forgetTheUsersValuesWhenTold() {
    List<String> told = new ArrayList<>();
    prefs.setIntPref("n", 2);
    prefs.setIntPref("mine", 3);
    prefs.addObserver("", (subject, topic, data) -> told.add(data), false);
    prefs.resetUserPrefs();
    assertEquals(1, prefs.getIntPref("n"));
    assertEquals(nsIPrefBranch.PREF_INVALID, prefs.getPrefType("mine"));
    assertEquals(List.of("mine", "n"), told);
  }

  @Test
  void areDirtyOnceAValueOfTheUserHasChanged() {
    assertFalse(prefs.getDirty());
    prefs.getDefaultBranch("").setIntPref("n", 5);
    prefs.lockPref("n");
    prefs.unlockPref("n");
    assertFalse(prefs.getDirty());
    prefs.setIntPref("n", 5);
    assertFalse(prefs.getDirty());
    prefs.setIntPref("n", 6);
    assertTrue(prefs.getDirty());
  }
}
