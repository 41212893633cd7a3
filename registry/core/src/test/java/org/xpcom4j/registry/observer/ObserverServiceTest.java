package org.xpcom4j.registry.observer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.xpcom4j.result.Nsresult.NS_ERROR_FAILURE;
import static org.xpcom4j.result.Nsresult.NS_ERROR_ILLEGAL_DURING_SHUTDOWN;
import static org.xpcom4j.result.Nsresult.NS_ERROR_INVALID_ARG;
import static org.xpcom4j.result.Nsresult.NS_ERROR_NO_INTERFACE;
import static org.xpcom4j.result.Nsresult.NS_ERROR_UNEXPECTED;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.function.Executable;
import org.xpcom4j.interfaces.nsIObserver;
import org.xpcom4j.interfaces.nsIObserverService;
import org.xpcom4j.interfaces.nsISupports;
import org.xpcom4j.registry.primitive.SupportsString;
import org.xpcom4j.registry.testing.LogOf;
import org.xpcom4j.registry.testing.Threads;
import org.xpcom4j.registry.testing.WeakObserver;
import org.xpcom4j.result.XpcomException;

@DisplayName("the observer service")
@Timeout(120)
class ObserverServiceTest {

  @RegisterExtension final Threads threads = new Threads();
  @RegisterExtension final LogOf log = new LogOf(ObserverService.class);

  private final ObserverService service = new ObserverService();
  private final List<String> told = new ArrayList<>();

  private nsIObserver observer(String name) {
    return (subject, topic, data) -> told.add(name + " " + topic + " " + data);
  }

  private static void assertResult(long result, Executable call) {
    var failure = assertThrows(XpcomException.class, call);
    assertEquals(result, failure.result(), failure.getMessage());
  }

  @Nested
  @DisplayName("notifyObservers")
  class Notify {

    @Test
    void tellsTheNewestFirst() {
      service.addObserver(observer("old"), "topic", false);
      service.addObserver(observer("new"), "topic", false);
      service.notifyObservers(null, "topic", "data");
      assertEquals(List.of("new topic data", "old topic data"), told);
    }

    @Test
    void tellsTheTopicsObserversOnly() {
      service.addObserver(observer("a"), "Topic", false);
      service.addObserver(observer("b"), "", false);
      service.notifyObservers(null, "topic", null);
      service.notifyObservers(null, "", null);
      assertEquals(List.of("b  null"), told);
    }

    @Test
    void handsOverTheSubject() {
      var subjects = new ArrayList<nsISupports>();
      var subject = new SupportsString("subject");
      service.addObserver((s, topic, data) -> subjects.add(s), "topic", false);
      service.notifyObservers(subject, "topic", null);
      assertSame(subject, subjects.get(0));
    }

    @Test
    void tellsAnObserverAsOftenAsItWasAdded() {
      nsIObserver twice = observer("twice");
      service.addObserver(twice, "topic", false);
      service.addObserver(twice, "topic", false);
      service.notifyObservers(null, "topic", "");
      assertEquals(List.of("twice topic ", "twice topic "), told);
    }

    @Test
    void settlesAtTheStartWhoIsTold() {
      nsIObserver old = observer("old");
      service.addObserver(old, "topic", false);
      service.addObserver(
          (subject, topic, data) -> {
            service.removeObserver(old, "topic");
            service.addObserver(observer("added meanwhile"), "topic", false);
          },
          "topic",
          false);
      service.notifyObservers(null, "topic", "");
      assertEquals(List.of("old topic "), told);
    }

    @Test
    void isReentrant() {
      service.addObserver(observer("inner"), "inner", false);
      service.addObserver(
          (subject, topic, data) -> {
            service.notifyObservers(null, "inner", "");
            told.add("outer");
          },
          "outer",
          false);
      service.notifyObservers(null, "outer", "");
      assertEquals(List.of("inner inner ", "outer"), told);
    }

    @Test
    void goesOnAfterAnObserverThatThrows() {
      service.addObserver(observer("older"), "topic", false);
      service.addObserver(
          (subject, topic, data) -> {
            throw new IllegalStateException("thrown by a test");
          },
          "topic",
          false);
      service.addObserver(
          (subject, topic, data) -> {
            throw new AssertionError("thrown by a test");
          },
          "topic",
          false);
      service.notifyObservers(null, "topic", "");
      assertEquals(List.of("older topic "), told);
      assertEquals(2, log.lines().size());
    }

    @Test
    void runsOnTheNotifyingThread() throws InterruptedException {
      Queue<Thread> ran = new ConcurrentLinkedQueue<>();
      service.addObserver((s, t, d) -> ran.add(Thread.currentThread()), "topic", false);
      Thread notifier = threads.start(() -> service.notifyObservers(null, "topic", null));
      notifier.join();
      assertEquals(List.of(notifier), List.copyOf(ran));
    }

    @Test
    void neverTellsHalfOfWhatOtherThreadsAdd() throws InterruptedException {
      Queue<nsIObserver> all = new ConcurrentLinkedQueue<>();
      var adders = new ArrayList<Thread>();
      for (int t = 0; t < 4; t++) {
        adders.add(
            threads.start(
                () -> {
                  for (int i = 0; i < 500; i++) {
                    nsIObserver added = new CountingObserver();
                    service.addObserver(added, "topic", false);
                    all.add(added);
                    service.notifyObservers(null, "topic", null);
                  }
                }));
      }
      for (Thread adder : adders) {
        adder.join();
      }
      for (nsIObserver added : all) {
        service.removeObserver(added, "topic");
      }
      assertEquals(2000, all.size());
      assertFalse(service.enumerateObservers("topic").hasMoreElements());
    }
  }

  /** Must not be a lambda without state, which would be one object. */
  private static final class CountingObserver implements nsIObserver {
    private volatile boolean told;

    @Override
    public void observe(nsISupports aSubject, String aTopic, String aData) {
      told = true;
    }

    @Override
    public String toString() {
      return "told: " + told;
    }
  }

  @Nested
  @DisplayName("removeObserver")
  class Remove {

    @Test
    void takesOneRegistrationAway() {
      nsIObserver twice = observer("twice");
      service.addObserver(twice, "topic", false);
      service.addObserver(twice, "topic", false);
      service.removeObserver(twice, "topic");
      service.notifyObservers(null, "topic", "");
      assertEquals(List.of("twice topic "), told);
    }

    @Test
    void takesTheOldest() {
      nsIObserver twice = observer("twice");
      service.addObserver(twice, "topic", false);
      service.addObserver(observer("between"), "topic", false);
      service.addObserver(twice, "topic", false);
      service.removeObserver(twice, "topic");
      service.notifyObservers(null, "topic", "");
      assertEquals(List.of("twice topic ", "between topic "), told);
    }

    @Test
    void takesAStrongRegistrationBeforeAWeakOne() {
      var observer = new WeakObserver(told, "observer");
      service.addObserver(observer, "topic", true);
      service.addObserver(observer("between"), "topic", false);
      service.addObserver(observer, "topic", false);
      service.removeObserver(observer, "topic");
      service.notifyObservers(null, "topic", "");
      assertEquals(List.of("between topic ", "observer"), told);
      service.removeObserver(observer, "topic");
      assertResult(NS_ERROR_FAILURE, () -> service.removeObserver(observer, "topic"));
    }

    @Test
    void ofAStrangerFails() {
      service.addObserver(observer("known"), "topic", false);
      assertResult(NS_ERROR_FAILURE, () -> service.removeObserver(observer("other"), "topic"));
      assertResult(NS_ERROR_FAILURE, () -> service.removeObserver(observer("other"), "unused"));
    }
  }

  @Nested
  @DisplayName("a weak observer")
  class Weak {

    @Test
    void isToldWhileItLives() {
      var observer = new WeakObserver(told, "weak");
      service.addObserver(observer, "topic", true);
      service.notifyObservers(null, "topic", null);
      assertEquals(List.of("weak"), told);
    }

    @Test
    void isForgottenWhenItIsGone() {
      var observer = new WeakObserver(told, "weak");
      service.addObserver(observer, "topic", true);
      service.addObserver(observer("strong"), "topic", false);
      observer.die();
      service.notifyObservers(null, "topic", "");
      assertEquals(List.of("strong topic "), told);
      assertResult(NS_ERROR_FAILURE, () -> service.removeObserver(observer, "topic"));
    }

    @Test
    void needsAWeakReference() {
      assertResult(
          NS_ERROR_NO_INTERFACE, () -> service.addObserver(observer("plain"), "topic", true));
    }
  }

  @Test
  void enumeratesTheNewestFirst() {
    nsIObserver older = observer("older");
    nsIObserver newer = observer("newer");
    service.addObserver(older, "topic", false);
    service.addObserver(newer, "topic", false);
    var enumerator = service.enumerateObservers("topic");
    service.removeObserver(older, "topic");
    assertSame(newer, enumerator.getNext());
    assertSame(older, enumerator.getNext());
    assertFalse(enumerator.hasMoreElements());
    assertResult(NS_ERROR_UNEXPECTED, enumerator::getNext);
  }

  @Test
  void nullIsRefused() {
    nsIObserverService frozen = service; // knows no null annotations
    nsIObserver observer = observer("observer");
    assertResult(NS_ERROR_INVALID_ARG, () -> frozen.addObserver(null, "topic", false));
    assertResult(NS_ERROR_INVALID_ARG, () -> frozen.addObserver(observer, null, false));
    assertResult(NS_ERROR_INVALID_ARG, () -> frozen.removeObserver(null, "topic"));
    assertResult(NS_ERROR_INVALID_ARG, () -> frozen.removeObserver(observer, null));
    assertResult(NS_ERROR_INVALID_ARG, () -> frozen.notifyObservers(null, null, null));
    assertResult(NS_ERROR_INVALID_ARG, () -> frozen.enumerateObservers(null));
  }

  @Test
  void closedRefusesEverything() {
    nsIObserver observer = observer("observer");
    service.addObserver(observer, "topic", false);
    service.close();
    long result = NS_ERROR_ILLEGAL_DURING_SHUTDOWN;
    assertResult(result, () -> service.addObserver(observer, "topic", false));
    assertResult(result, () -> service.removeObserver(observer, "topic"));
    assertResult(result, () -> service.notifyObservers(null, "topic", null));
    assertResult(result, () -> service.enumerateObservers("topic"));
    assertEquals(List.of(), told);
  }
}
