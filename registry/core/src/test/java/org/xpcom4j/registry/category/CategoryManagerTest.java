package org.xpcom4j.registry.category;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.xpcom4j.result.Nsresult.NS_ERROR_FAILURE;
import static org.xpcom4j.result.Nsresult.NS_ERROR_ILLEGAL_VALUE;
import static org.xpcom4j.result.Nsresult.NS_ERROR_NOT_AVAILABLE;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.xpcom4j.interfaces.nsICategoryManager;
import org.xpcom4j.interfaces.nsIObserverService;
import org.xpcom4j.interfaces.nsISimpleEnumerator;
import org.xpcom4j.interfaces.nsIStringEnumerator;
import org.xpcom4j.interfaces.nsISupports;
import org.xpcom4j.interfaces.nsISupportsCString;
import org.xpcom4j.interfaces.nsIUTF8StringEnumerator;
import org.xpcom4j.registry.Xpcom;
import org.xpcom4j.result.XpcomException;

@DisplayName("the category manager")
@NullUnmarked // null arguments are part of it
class CategoryManagerTest {

  private final Xpcom xpcom = Xpcom.start();
  private final nsICategoryManager categories =
      xpcom.getService(nsICategoryManager.NS_CATEGORYMANAGER_CONTRACTID, nsICategoryManager.class);

  @AfterEach
  void close() {
    xpcom.close();
  }

  private String add(String category, String entry, String value) {
    return categories.addCategoryEntry(category, entry, value, false, true);
  }

  @Test
  void startsWithTheEntriesThatComponentsDeclare() {
    assertEquals("@example.org/greeter;1", categories.getCategoryEntry("greetings", "said-first"));
    assertEquals(
        "service,@example.org/greeter;1?lang=en",
        categories.getCategoryEntry("greetings", "english"));
  }

  @Nested
  @DisplayName("addCategoryEntry")
  class Adding {

    @Test
    void addsAnEntryAndAnswersNull() {
      assertNull(add("fruit", "apple", "red"));

      assertEquals("red", categories.getCategoryEntry("fruit", "apple"));
    }

    @Test
    void replacesAValueAndAnswersTheOldOne() {
      add("fruit", "apple", "red");

      assertEquals("red", add("fruit", "apple", "green"));

      assertEquals("green", categories.getCategoryEntry("fruit", "apple"));
    }

    @Test
    void keepsTheValueThatMayNotBeReplaced() {
      add("fruit", "apple", "red");

      assertNull(categories.addCategoryEntry("fruit", "apple", "green", false, false));

      assertEquals("red", categories.getCategoryEntry("fruit", "apple"));
    }

    @Test
    void refusesPersistentEntriesAndAddsNothing() {
      refuses(
          NS_ERROR_ILLEGAL_VALUE,
          () -> categories.addCategoryEntry("fruit", "apple", "red", true, true));

      refuses(NS_ERROR_NOT_AVAILABLE, () -> categories.getCategoryEntry("fruit", "apple"));
    }

    @Test
    void refusesNull() {
      refuses(NS_ERROR_ILLEGAL_VALUE, () -> add(null, "apple", "red"));
      refuses(NS_ERROR_ILLEGAL_VALUE, () -> add("fruit", null, "red"));
      refuses(NS_ERROR_ILLEGAL_VALUE, () -> add("fruit", "apple", null));
    }
  }

  @Nested
  @DisplayName("getCategoryEntry")
  class Reading {

    @Test
    void saysWhichEntriesThereAre() {
      add("fruit", "apple", "red");

      var e =
          assertThrows(XpcomException.class, () -> categories.getCategoryEntry("fruit", "banana"));

      assertEquals(NS_ERROR_NOT_AVAILABLE, e.result());
      assertTrue(e.getMessage().contains("its entries: apple"), e.getMessage());
    }

    @Test
    void refusesNull() {
      refuses(NS_ERROR_ILLEGAL_VALUE, () -> categories.getCategoryEntry(null, "apple"));
      refuses(NS_ERROR_ILLEGAL_VALUE, () -> categories.getCategoryEntry("fruit", null));
    }
  }

  @Nested
  @DisplayName("deleteCategoryEntry and deleteCategory")
  class Deleting {

    @Test
    void removeOneEntryOrAll() {
      add("fruit", "apple", "red");
      add("fruit", "banana", "yellow");
      add("fruit", "cherry", "red");

      categories.deleteCategoryEntry("fruit", "banana", false);
      assertEquals(List.of("apple", "cherry"), names(categories.enumerateCategory("fruit")));
      categories.deleteCategory("fruit");
      assertEquals(List.of(), names(categories.enumerateCategory("fruit")));
    }

    @Test
    void acceptWhatIsNotThere() {
      categories.deleteCategoryEntry("fruit", "apple", true);
      categories.deleteCategory("fruit");

      assertEquals(List.of(), names(categories.enumerateCategory("fruit")));
    }

    @Test
    void refuseNull() {
      refuses(NS_ERROR_ILLEGAL_VALUE, () -> categories.deleteCategoryEntry(null, "a", false));
      refuses(NS_ERROR_ILLEGAL_VALUE, () -> categories.deleteCategoryEntry("fruit", null, false));
      refuses(NS_ERROR_ILLEGAL_VALUE, () -> categories.deleteCategory(null));
    }
  }

  @Nested
  @DisplayName("the enumerators")
  class Enumerating {

    @Test
    void giveNamesSortedByBytes() {
      for (String entry : List.of("b", "a", "B", "\u00e9", "10", "9")) {
        add("fruit", entry, "x");
      }

      assertEquals(
          List.of("10", "9", "B", "a", "b", "\u00e9"),
          names(categories.enumerateCategory("fruit")));
    }

    @Test
    void leaveOutCategoriesWithoutEntries() {
      add("tools", "saw", "x");
      add("fruit", "apple", "x");
      add("animals", "cat", "x");
      categories.deleteCategory("animals");

      List<String> all = names(categories.enumerateCategories());

      assertTrue(all.indexOf("fruit") >= 0 && all.indexOf("fruit") < all.indexOf("tools"));
      assertFalse(all.contains("animals"));
    }

    @Test
    void areAPictureOfTheMoment() {
      add("fruit", "apple", "red");
      nsISimpleEnumerator before = categories.enumerateCategory("fruit");
      add("fruit", "banana", "yellow");

      assertEquals(List.of("apple"), names(before));
    }

    @Test
    void failPastTheEnd() {
      nsISimpleEnumerator nothing = categories.enumerateCategory("nothing");

      assertFalse(nothing.hasMoreElements());
      refuses(NS_ERROR_FAILURE, nothing::getNext);
      refuses(NS_ERROR_FAILURE, nothing.queryInterface(nsIUTF8StringEnumerator.class)::getNext);
    }

    @Test
    void areStringEnumeratorsTooWithACursorOfTheirOwn() {
      add("fruit", "apple", "red");
      nsISimpleEnumerator objects = categories.enumerateCategory("fruit");
      var strings = objects.queryInterface(nsIUTF8StringEnumerator.class);

      assertEquals(List.of("apple"), names(objects));
      assertTrue(strings.hasMore());
      assertEquals("apple", strings.getNext());
      assertFalse(objects.queryInterface(nsIStringEnumerator.class).hasMore());
    }

    @Test
    void areOneObjectFromWhereverItIsAsked() {
      nsISimpleEnumerator objects = categories.enumerateCategory("fruit");
      var strings = objects.queryInterface(nsIUTF8StringEnumerator.class);

      assertSame(objects, strings.queryInterface(nsISupports.class));
      assertSame(objects, strings.queryInterface(nsISimpleEnumerator.class));
    }

    @Test
    void refuseNull() {
      refuses(NS_ERROR_ILLEGAL_VALUE, () -> categories.enumerateCategory(null));
    }
  }

  @Nested
  @DisplayName("observers")
  class Observers {

    private final List<String> heard = new ArrayList<>();

    Observers() {
      var observers =
          xpcom.getService(
              nsIObserverService.NS_OBSERVERSERVICE_CONTRACTID, nsIObserverService.class);
      for (String news : List.of("entry-added", "entry-removed", "cleared")) {
        observers.addObserver(
            (subject, topic, data) -> heard.add(news + " " + textOf(subject) + " of " + data),
            "xpcom-category-" + news,
            false);
      }
    }

    private String textOf(nsISupports subject) {
      return subject == categories
          ? "the manager"
          : subject.queryInterface(nsISupportsCString.class).getData();
    }

    private List<String> heardOnTheMainThread() {
      boolean ran = true;
      while (ran) {
        ran = xpcom.mainThread().processNextEvent(false);
      }
      return heard;
    }

    @Test
    void hearNothingBeforeTheMainThreadRunsItsEvents() {
      add("fruit", "apple", "red");

      assertEquals(List.of(), heard);
      assertEquals(List.of("entry-added apple of fruit"), heardOnTheMainThread());
    }

    @Test
    void hearAReplacementAsRemovalAndAddition() {
      add("fruit", "apple", "red");
      add("fruit", "apple", "green");

      assertEquals(
          List.of(
              "entry-added apple of fruit",
              "entry-removed apple of fruit",
              "entry-added apple of fruit"),
          heardOnTheMainThread());
    }

    @Test
    void hearNothingOfAnEntryThatKeptItsValue() {
      add("fruit", "apple", "red");
      categories.addCategoryEntry("fruit", "apple", "green", false, false);

      assertEquals(List.of("entry-added apple of fruit"), heardOnTheMainThread());
    }

    @Test
    void hearOfRemovalsInCategoriesThatAreKnown() {
      add("fruit", "apple", "red");
      categories.deleteCategoryEntry("fruit", "pear", false);
      categories.deleteCategoryEntry("nowhere", "pear", false);
      categories.deleteCategory("fruit");
      categories.deleteCategory("nowhere");

      assertEquals(
          List.of(
              "entry-added apple of fruit",
              "entry-removed pear of fruit",
              "cleared the manager of fruit"),
          heardOnTheMainThread());
    }
  }

  @Test
  void entriesMayBeAddedWhileTheRegistryCloses() {
    var added = new ArrayList<String>();
    xpcom
        .getService(nsIObserverService.NS_OBSERVERSERVICE_CONTRACTID, nsIObserverService.class)
        .addObserver(
            (subject, topic, data) -> {
              add("fruit", "apple", "red");
              added.add(categories.getCategoryEntry("fruit", "apple"));
            },
            "xpcom-shutdown-threads",
            false);

    xpcom.close();

    assertEquals(List.of("red"), added);
  }

  private static List<String> names(nsISimpleEnumerator each) {
    var names = new ArrayList<String>();
    while (each.hasMoreElements()) {
      names.add(each.getNext().queryInterface(nsISupportsCString.class).getData());
    }
    return names;
  }

  private static void refuses(long result, Executable call) {
    assertEquals(result, assertThrows(XpcomException.class, call).result());
  }
}
