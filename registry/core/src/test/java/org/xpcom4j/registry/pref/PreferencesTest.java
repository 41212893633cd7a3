package org.xpcom4j.registry.pref;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.xpcom4j.interfaces.nsIPrefBranch.PREF_BOOL;
import static org.xpcom4j.interfaces.nsIPrefBranch.PREF_INT;
import static org.xpcom4j.interfaces.nsIPrefBranch.PREF_INVALID;
import static org.xpcom4j.interfaces.nsIPrefBranch.PREF_STRING;
import static org.xpcom4j.result.Nsresult.NS_ERROR_ILLEGAL_VALUE;
import static org.xpcom4j.result.Nsresult.NS_ERROR_INVALID_ARG;
import static org.xpcom4j.result.Nsresult.NS_ERROR_NOT_IMPLEMENTED;
import static org.xpcom4j.result.Nsresult.NS_ERROR_NO_INTERFACE;
import static org.xpcom4j.result.Nsresult.NS_ERROR_UNEXPECTED;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.function.Executable;
import org.xpcom4j.interfaces.nsIObserver;
import org.xpcom4j.interfaces.nsIPrefBranch;
import org.xpcom4j.interfaces.nsISupports;
import org.xpcom4j.interfaces.nsISupportsCString;
import org.xpcom4j.interfaces.nsISupportsString;
import org.xpcom4j.metadata.Interfaces;
import org.xpcom4j.registry.XpcomOptions;
import org.xpcom4j.registry.observer.ObserverService;
import org.xpcom4j.registry.primitive.SupportsString;
import org.xpcom4j.registry.testing.LogOf;
import org.xpcom4j.registry.testing.WeakObserver;
import org.xpcom4j.result.XpcomException;

@DisplayName("preferences")
class PreferencesTest {

  @RegisterExtension final LogOf log = new LogOf(Preferences.class);

  private final Preferences prefs = new Preferences(Map.of(), new Properties());
  private final nsIPrefBranch defaults = prefs.defaultBranch("");
  private final List<String> told = new ArrayList<>();

  private static void assertResult(long result, Executable call) {
    var failure = assertThrows(XpcomException.class, call);
    assertEquals(result, failure.result(), failure.getMessage());
  }

  private nsIObserver observer(String name) {
    return (branch, topic, data) -> told.add(name + " " + topic + " " + data);
  }

  @Nested
  @DisplayName("first values")
  class FirstValues {

    @Test
    void ofTheHostAreDefaults() {
      var seeded = new Preferences(Map.of("b", true, "i", 7, "s", "text"), new Properties());
      assertTrue(seeded.getBoolPref("b"));
      assertEquals(7, seeded.getIntPref("i"));
      assertEquals("text", seeded.getCharPref("s"));
      assertFalse(seeded.prefHasUserValue("i"));
      assertEquals(7, seeded.defaultBranch("").getIntPref("i"));
    }

    @Test
    void comeFromTheOptionsOfTheRegistry() {
      var seeded =
          new Preferences(
              XpcomOptions.defaults().withPreferences(Map.of("i", 7)), new ObserverService());
      assertEquals(7, seeded.getIntPref("i"));
    }

    @Test
    void ofSystemPropertiesHaveTheTypeOfTheirText() {
      var system = new Properties();
      system.setProperty("xpcom4j.pref.a.bool", "false");
      system.setProperty("xpcom4j.pref.a.int", "-12");
      system.setProperty("xpcom4j.pref.a.long", "99999999999");
      system.setProperty("xpcom4j.pref.a.text", "True");
      system.setProperty("other", "1");
      var seeded = new Preferences(Map.of(), system);
      assertFalse(seeded.getBoolPref("a.bool"));
      assertEquals(-12, seeded.getIntPref("a.int"));
      assertEquals("99999999999", seeded.getCharPref("a.long"));
      assertEquals("True", seeded.getCharPref("a.text"));
      assertArrayEquals(
          new String[] {"a.bool", "a.int", "a.long", "a.text"}, seeded.getChildList(""));
    }

    @Test
    void ofSystemPropertiesWinAndHaveTheTypeOfTheDefault() {
      var system = new Properties();
      system.setProperty("xpcom4j.pref.text", "1");
      var seeded = new Preferences(Map.of("text", "zero"), system);
      assertEquals("1", seeded.getCharPref("text"));
      assertTrue(seeded.prefHasUserValue("text"));
    }

    @Test
    void ofSystemPropertiesMustFitTheDefault() {
      var system = new Properties();
      system.setProperty("xpcom4j.pref.number", "many");
      var failure =
          assertThrows(XpcomException.class, () -> new Preferences(Map.of("number", 1), system));
      assertEquals(
          "NS_ERROR_ILLEGAL_VALUE (0x80070057): system property xpcom4j.pref.number is \"many\","
              + " expected a whole number",
          failure.getMessage());
    }

    @Test
    void ofAnotherClassAreRefused() {
      assertResult(
          NS_ERROR_ILLEGAL_VALUE, () -> new Preferences(Map.of("x", 1.5), new Properties()));
    }
  }

  @Nested
  @DisplayName("reading")
  class Reading {

    @Test
    void ofAnUnknownNameIsUnexpected() {
      assertResult(NS_ERROR_UNEXPECTED, () -> prefs.getBoolPref("x"));
      assertResult(NS_ERROR_UNEXPECTED, () -> prefs.getIntPref("x"));
      assertResult(NS_ERROR_UNEXPECTED, () -> prefs.getCharPref("x"));
      assertResult(NS_ERROR_UNEXPECTED, () -> prefs.getFloatPref("x"));
    }

    @Test
    void ofAnUnknownNameGivesTheDefaultArgument() {
      assertTrue(prefs.getBoolPref("x", true));
      assertEquals(3, prefs.getIntPref("x", 3));
      assertEquals("d", prefs.getCharPref("x", "d"));
      assertEquals(1.5f, prefs.getFloatPref("x", 1.5f));
      assertResult(NS_ERROR_INVALID_ARG, () -> prefs.getCharPref("x", null));
    }

    @Test
    void ofAnotherTypeIsAsIfItWereAbsent() {
      prefs.setIntPref("x", 1);
      assertResult(NS_ERROR_UNEXPECTED, () -> prefs.getBoolPref("x"));
      assertEquals("d", prefs.getCharPref("x", "d"));
    }

    @Test
    void ofAFloatReadsText() {
      prefs.setCharPref("x", "2.5");
      prefs.setCharPref("y", "two");
      assertEquals(2.5f, prefs.getFloatPref("x"));
      assertEquals(2.5f, prefs.getFloatPref("x", 0));
      assertResult(NS_ERROR_UNEXPECTED, () -> prefs.getFloatPref("y"));
      assertEquals(1f, prefs.getFloatPref("y", 1));
      assertEquals(2.5f, prefs.branch("x").getFloatPref(""));
    }

    @Test
    void ofTheTypeKnowsAbsence() {
      prefs.setIntPref("i", 1);
      prefs.setBoolPref("b", true);
      prefs.setCharPref("s", "");
      assertEquals(PREF_INT, prefs.getPrefType("i"));
      assertEquals(PREF_BOOL, prefs.getPrefType("b"));
      assertEquals(PREF_STRING, prefs.getPrefType("s"));
      assertEquals(PREF_INVALID, prefs.getPrefType("x"));
    }

    @Test
    void ofTheDefaultBranchSeesNoUserValue() {
      prefs.setIntPref("i", 1);
      assertResult(NS_ERROR_UNEXPECTED, () -> defaults.getIntPref("i"));
    }

    @Test
    void ofABranchPutsItsRootBeforeTheName() {
      nsIPrefBranch branch = prefs.branch("network.");
      branch.setIntPref("timeout", 20);
      assertEquals("network.", branch.getRoot());
      assertEquals("", prefs.getRoot());
      assertEquals(20, prefs.getIntPref("network.timeout"));
    }
  }

  @Nested
  @DisplayName("writing")
  class Writing {

    @Test
    void theUsersValueHidesTheDefault() {
      defaults.setIntPref("i", 1);
      prefs.setIntPref("i", 2);
      assertEquals(2, prefs.getIntPref("i"));
      assertEquals(1, defaults.getIntPref("i"));
      prefs.clearUserPref("i");
      assertEquals(1, prefs.getIntPref("i"));
    }

    @Test
    void aValueEqualToTheDefaultIsNotKept() {
      defaults.setIntPref("i", 1);
      prefs.setIntPref("i", 2);
      prefs.setIntPref("i", 1);
      assertFalse(prefs.prefHasUserValue("i"));
    }

    @Test
    void anotherTypeThanTheDefaultsIsRefused() {
      defaults.setIntPref("i", 1);
      assertResult(NS_ERROR_UNEXPECTED, () -> prefs.setCharPref("i", "x"));
      assertResult(NS_ERROR_UNEXPECTED, () -> defaults.setBoolPref("i", true));
      assertEquals(1, prefs.getIntPref("i"));
    }

    @Test
    void aUserValueAloneMayChangeItsType() {
      prefs.setIntPref("i", 1);
      prefs.setCharPref("i", "x");
      assertEquals("x", prefs.getCharPref("i"));
    }

    @Test
    void aDefaultOfAnotherTypeDropsTheUsersValue() {
      prefs.setIntPref("i", 1);
      defaults.setCharPref("i", "x");
      assertEquals("x", prefs.getCharPref("i"));
      assertFalse(prefs.prefHasUserValue("i"));
    }

    @Test
    void longTextIsRefusedAboveOneMebibyte() {
      prefs.setCharPref("s", "é".repeat(1 << 19));
      assertResult(NS_ERROR_ILLEGAL_VALUE, () -> prefs.setCharPref("s", "x".repeat(1048577)));
      assertEquals(1 << 19, prefs.getCharPref("s").length());
      assertEquals(
          List.of("WARN preference \"s\" is set to 1048576 bytes: a file would be a better place"),
          log.lines());
    }

    @Test
    void clearingTheOnlyValueRemovesThePreference() {
      prefs.setIntPref("i", 1);
      prefs.clearUserPref("i");
      prefs.clearUserPref("i");
      assertEquals(PREF_INVALID, prefs.getPrefType("i"));
    }

    @Test
    void resetBranchIsNotImplemented() {
      assertResult(NS_ERROR_NOT_IMPLEMENTED, () -> prefs.resetBranch("x"));
    }

    @Test
    void nullIsRefused() {
      nsIPrefBranch frozen = prefs; // knows no null annotations
      assertResult(NS_ERROR_INVALID_ARG, () -> frozen.getIntPref(null));
      assertResult(NS_ERROR_INVALID_ARG, () -> frozen.getPrefType(null));
      assertResult(NS_ERROR_INVALID_ARG, () -> frozen.setCharPref("s", null));
      assertResult(NS_ERROR_INVALID_ARG, () -> frozen.setIntPref(null, 1));
      assertResult(NS_ERROR_INVALID_ARG, () -> frozen.getChildList(null));
      assertResult(NS_ERROR_INVALID_ARG, () -> frozen.addObserver("", null, false));
      assertResult(NS_ERROR_INVALID_ARG, () -> frozen.removeObserver(null, observer("x")));
    }
  }

  @Nested
  @DisplayName("a locked preference")
  class Locked {

    @Test
    void readsItsDefaultAndKeepsTheUsersValue() {
      defaults.setIntPref("i", 1);
      prefs.setIntPref("i", 2);
      prefs.lockPref("i");
      prefs.lockPref("i");
      assertTrue(prefs.prefIsLocked("i"));
      assertEquals(1, prefs.getIntPref("i"));
      prefs.setIntPref("i", 3);
      assertEquals(1, prefs.getIntPref("i"));
      prefs.unlockPref("i");
      assertEquals(3, prefs.getIntPref("i"));
    }

    @Test
    void ignoresANewDefault() {
      defaults.setIntPref("i", 1);
      prefs.lockPref("i");
      defaults.setIntPref("i", 2);
      assertEquals(1, defaults.getIntPref("i"));
    }

    @Test
    void withoutADefaultCannotBeRead() {
      prefs.setIntPref("i", 1);
      prefs.lockPref("i");
      assertResult(NS_ERROR_UNEXPECTED, () -> prefs.getIntPref("i"));
    }

    @Test
    void mustExist() {
      assertResult(NS_ERROR_UNEXPECTED, () -> prefs.lockPref("x"));
      assertResult(NS_ERROR_UNEXPECTED, () -> prefs.unlockPref("x"));
      assertFalse(prefs.prefIsLocked("x"));
    }
  }

  @Nested
  @DisplayName("names")
  class Names {

    @Test
    void areListedWithoutTheBranchsRoot() {
      for (String name : List.of("a.x", "a.y", "ab", "b")) {
        prefs.setIntPref(name, 1);
      }
      var count = new long[1];
      assertArrayEquals(new String[] {"a.x", "a.y", "ab"}, prefs.getChildList("a", count));
      assertEquals(3, count[0]);
      assertArrayEquals(new String[] {"x", "y"}, prefs.branch("a.").getChildList(""));
    }

    @Test
    void areDeletedAtADot() {
      for (String name : List.of("ab", "ab.x", "ab.y.z", "abc")) {
        defaults.setIntPref(name, 1);
      }
      prefs.deleteBranch("ab");
      assertArrayEquals(new String[] {"abc"}, prefs.getChildList(""));
    }

    @Test
    void areDeletedWithATrailingDotToo() {
      for (String name : List.of("ab", "ab.x", "abc")) {
        defaults.setIntPref(name, 1);
      }
      prefs.deleteBranch("ab.");
      assertArrayEquals(new String[] {"abc"}, prefs.getChildList(""));
    }

    @Test
    void areDeletedAllByTheEmptyStart() {
      prefs.setIntPref("a", 1);
      defaults.setIntPref("b.c", 1);
      prefs.deleteBranch("");
      assertArrayEquals(new String[0], prefs.getChildList(""));
    }
  }

  @Nested
  @DisplayName("complex values")
  class Complex {

    @Test
    void areStringObjects() {
      prefs.setComplexValue(
          "s", Interfaces.iid(nsISupportsString.class), new SupportsString("grün"));
      assertEquals("grün", prefs.getCharPref("s"));
      assertEquals("grün", prefs.getComplexValue("s", nsISupportsString.class).getData());
    }

    @Test
    void ofOtherInterfacesAreRefused() {
      var iid = Interfaces.iid(nsISupportsCString.class);
      prefs.setCharPref("s", "x");
      assertResult(NS_ERROR_NO_INTERFACE, () -> prefs.getComplexValue("s", iid));
      assertResult(
          NS_ERROR_NO_INTERFACE, () -> prefs.setComplexValue("s", iid, new SupportsString("x")));
    }

    @Test
    void needAnObjectWithTheInterface() {
      nsISupports plain = observer("plain");
      var iid = Interfaces.iid(nsISupportsString.class);
      assertResult(NS_ERROR_NO_INTERFACE, () -> prefs.setComplexValue("s", iid, plain));
    }

    @Test
    void needATextPreference() {
      prefs.setIntPref("i", 1);
      assertResult(NS_ERROR_UNEXPECTED, () -> prefs.getComplexValue("i", nsISupportsString.class));
    }
  }

  @Nested
  @DisplayName("an observer")
  class Observing {

    @Test
    void hearsTheNameWithoutTheBranchsRoot() {
      var branches = new ArrayList<nsISupports>();
      nsIPrefBranch branch = prefs.branch("a.");
      branch.addObserver("x", (subject, topic, data) -> branches.add(subject), false);
      branch.addObserver("x", observer("o"), false);
      prefs.setIntPref("a.xy", 1);
      prefs.setIntPref("a.y", 1);
      assertEquals(List.of("o nsPref:changed xy"), told);
      assertEquals(List.<nsISupports>of(branch), branches);
    }

    @Test
    void ofTheNewestRegistrationIsFirst() {
      prefs.addObserver("", observer("old"), false);
      prefs.branch("a").addObserver("", observer("new"), false);
      prefs.setIntPref("a", 1);
      assertEquals(List.of("new nsPref:changed ", "old nsPref:changed a"), told);
    }

    @Test
    void hearsWhatMayHaveChangedAndNothingElse() {
      defaults.setIntPref("i", 1);
      prefs.addObserver("", observer("o"), false);
      prefs.setIntPref("i", 1); // equal to the default
      prefs.setIntPref("i", 2);
      prefs.setIntPref("i", 2);
      defaults.setIntPref("i", 3); // hidden
      assertEquals(List.of("o nsPref:changed i"), told);
      prefs.lockPref("i");
      prefs.lockPref("i");
      prefs.setIntPref("i", 4); // locked
      assertEquals(2, told.size());
      prefs.clearUserPref("i");
      prefs.clearUserPref("i");
      assertEquals(3, told.size());
      prefs.unlockPref("i");
      defaults.setIntPref("i", 5);
      assertEquals(5, told.size());
      prefs.deleteBranch("");
      assertEquals(5, told.size());
    }

    @Test
    void seesTheNewValue() {
      prefs.addObserver(
          "i", (branch, topic, name) -> told.add("now " + prefs.getIntPref(name)), false);
      prefs.setIntPref("i", 7);
      assertEquals(List.of("now 7"), told);
    }

    @Test
    void isAddedOnceForADomainOfABranch() {
      nsIObserver observer = observer("o");
      prefs.addObserver("i", observer, false);
      prefs.addObserver("i", observer, false);
      prefs.setIntPref("i", 1);
      assertEquals(1, told.size());
      prefs.removeObserver("i", observer);
      prefs.removeObserver("i", observer);
      prefs.setIntPref("i", 2);
      assertEquals(1, told.size());
    }

    @Test
    void removedMeanwhileIsNotToldAndAddedMeanwhileNeither() {
      nsIObserver old = observer("old");
      prefs.addObserver("", old, false);
      prefs.addObserver(
          "",
          (branch, topic, name) -> {
            prefs.removeObserver("", old);
            prefs.addObserver("", observer("added"), false);
          },
          false);
      prefs.setIntPref("i", 1);
      assertEquals(List.of(), told);
    }

    @Test
    void thatThrowsDoesNotHarmTheOthers() {
      prefs.addObserver("", observer("old"), false);
      prefs.addObserver(
          "",
          (branch, topic, name) -> {
            throw new IllegalStateException("thrown by a test");
          },
          false);
      prefs.setIntPref("i", 1);
      assertEquals(List.of("old nsPref:changed i"), told);
      assertEquals(1, log.lines().size());
    }

    @Test
    void mayBeHeldWeakly() {
      var weak = new WeakObserver(told, "weak");
      prefs.addObserver("", weak, true);
      prefs.setIntPref("i", 1);
      weak.die();
      prefs.setIntPref("i", 2);
      assertEquals(List.of("weak"), told);
    }

    @Test
    void cannotBeHeldWeaklyWithoutAWeakReference() {
      assertResult(NS_ERROR_INVALID_ARG, () -> prefs.addObserver("", observer("plain"), true));
    }
  }
}
