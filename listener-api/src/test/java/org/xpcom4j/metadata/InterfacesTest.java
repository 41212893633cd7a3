package org.xpcom4j.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.reflect.Proxy;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xpcom4j.interfaces.nsICancelable;
import org.xpcom4j.interfaces.nsIObserver;
import org.xpcom4j.interfaces.nsIRunnable;
import org.xpcom4j.interfaces.nsISimpleEnumerator;
import org.xpcom4j.interfaces.nsISupports;
import org.xpcom4j.interfaces.nsISupportsCString;
import org.xpcom4j.interfaces.nsISupportsPrimitive;
import org.xpcom4j.result.Nsresult;
import org.xpcom4j.result.XpcomException;

@DisplayName("Interfaces")
@SuppressWarnings("NullAway") // what happens on null is a part of the contract
@Tag("smoke")
class InterfacesTest {

  private static final UUID CSTRING = UUID.fromString("d65ff270-4a1c-11d3-9890-006008962422");

  @Nested
  @DisplayName("sameLength")
  class SameLength {

    @Test
    void isTheLengthOfAll() {
      assertEquals(3, Interfaces.sameLength(3, 3, 3));
    }

    @Test
    void isRefusedWhereArraysDiffer() {
      var e = assertThrows(XpcomException.class, () -> Interfaces.sameLength(3, 3, 4));
      assertEquals(
          "NS_ERROR_ILLEGAL_VALUE (0x80070057): arrays that share one count have 3 and 4 elements",
          e.getMessage());
    }
  }

  @Nested
  @DisplayName("iid")
  class Iids {

    @Test
    void isWhatTheIdlSays() {
      assertEquals(CSTRING, Interfaces.iid(nsISupportsCString.class));
    }

    @Test
    void isTheSameObjectEachTime() {
      assertSame(
          Interfaces.iid(nsISupportsCString.class), Interfaces.iid(nsISupportsCString.class));
    }

    @Test
    void ofAJavaInterfaceIsRefused() {
      var e = assertThrows(XpcomException.class, () -> Interfaces.iid(Runnable.class));
      assertEquals(
          "NS_ERROR_ILLEGAL_VALUE (0x80070057): java.lang.Runnable has no IID: it is not made from"
              + " IDL",
          e.getMessage());
    }

    @Test
    void ofAClassIsRefusedThoughItsInterfaceHasOne() {
      assertFails(Nsresult.NS_ERROR_ILLEGAL_VALUE, () -> Interfaces.iid(Text.class));
    }

    @Test
    void ofNullIsRefused() {
      assertFails(Nsresult.NS_ERROR_ILLEGAL_VALUE, () -> Interfaces.iid(null));
    }
  }

  @Nested
  @DisplayName("parseId")
  class ParseId {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "d65ff270-4a1c-11d3-9890-006008962422",
          "{d65ff270-4a1c-11d3-9890-006008962422}",
          "D65FF270-4A1C-11D3-9890-006008962422",
          "{D65ff270-4A1c-11d3-9890-006008962422}"
        })
    void bracesAndCaseDoNotMatter(String text) {
      assertEquals(CSTRING, Interfaces.parseId(text));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
        delimiter = '|',
        value = {
          "''                                       |  0 | the ID ends here",
          "{                                        |  1 | the ID ends here",
          "1-1-1-1-1                                |  1 | expected a hexadecimal digit",
          "d65ff270-4a1c-11d3-9890-00600896242      | 35 | the ID ends here",
          "d65ff270-4a1c-11d3-9890-0060089624220    | 36 | expected nothing more",
          "d65ff270-4a1c-11d3-9890-006008962422}    | 36 | expected nothing more",
          "{d65ff270-4a1c-11d3-9890-006008962422    | 37 | expected a closing brace",
          "{d65ff270-4a1c-11d3-9890-006008962422)   | 37 | expected a closing brace",
          "{d65ff270-4a1c-11d3-9890-006008962422}}  | 38 | expected nothing more",
          "d65ff2704-a1c-11d3-9890-006008962422     |  8 | expected a hyphen",
          "d65ff270-4a1c-11d3-9890-00600896242g     | 35 | expected a hexadecimal digit",
          "d65ff270-4a1c-11d3-9890-00600896242\u0663 | 35 | expected a hexadecimal digit",
          "@mozilla.org/observer-service;1          |  0 | expected a hexadecimal digit"
        })
    void mistakesAreShownWhereTheyAre(String text, int position, String mistake) {
      var e = assertThrows(XpcomException.class, () -> Interfaces.parseId(text));
      assertEquals(
          """
          NS_ERROR_ILLEGAL_VALUE (0x80070057): ID is malformed
            %s
            %s^ %s, as in {00000000-0000-0000-c000-000000000046}"""
              .formatted(text, " ".repeat(position), mistake),
          e.getMessage());
    }

    @Test
    void longTextIsCut() {
      var e = assertThrows(XpcomException.class, () -> Interfaces.parseId("x".repeat(1000)));
      assertEquals("  " + "x".repeat(60) + "…", e.getMessage().lines().toList().get(1));
    }

    @Test
    void controlCharactersAreEscaped() {
      var e = assertThrows(XpcomException.class, () -> Interfaces.parseId("d65f\n\u001b[0m"));
      assertEquals("  d65f\\u000a\\u001b[0m", e.getMessage().lines().toList().get(1));
    }

    @Test
    void nullIsRefused() {
      assertFails(Nsresult.NS_ERROR_ILLEGAL_VALUE, () -> Interfaces.parseId(null));
    }
  }

  @Nested
  @DisplayName("queryInterface, as it is by default")
  class Query {

    private final Text text = new Text();

    @ParameterizedTest
    @ValueSource(
        classes = {
          nsISupportsCString.class, // its own
          nsISupportsPrimitive.class, // a base of that
          nsISupports.class, // the root
          nsICancelable.class // its superclass's
        })
    void answersWithTheObjectItself(Class<? extends nsISupports> type) {
      assertSame(text, text.queryInterface(Interfaces.iid(type)));
      assertSame(text, text.queryInterface(type));
      assertSame(text, text.queryInterface("{" + Interfaces.iid(type) + "}"));
    }

    @Test
    void namesTheClassAndTheInterfaceItDoesNotHave() {
      var e = assertThrows(XpcomException.class, () -> text.queryInterface(nsIObserver.class));
      assertEquals(Nsresult.NS_ERROR_NO_INTERFACE, e.result());
      assertEquals(
          "NS_NOINTERFACE (0x80004002): org.xpcom4j.metadata.InterfacesTest$Text does not"
              + " implement {db242e01-e4d9-11d2-9dde-000064657374}",
          e.getMessage());
    }

    @Test
    void knowsLambdas() {
      nsIRunnable work = () -> {};
      assertSame(work, work.queryInterface(nsIRunnable.class));
      assertFails(
          Nsresult.NS_ERROR_NO_INTERFACE, () -> work.queryInterface(nsISimpleEnumerator.class));
    }

    @Test
    void knowsClassesMadeAtRunTime() {
      var types = new Class<?>[] {nsIObserver.class, nsIRunnable.class};
      var loader = nsIObserver.class.getClassLoader();
      var proxy = (nsISupports) Proxy.newProxyInstance(loader, types, (self, method, args) -> null);
      assertSame(proxy, Interfaces.query(proxy, Interfaces.iid(nsIRunnable.class)));
    }

    @Test
    void refusesNull() {
      assertFails(Nsresult.NS_ERROR_ILLEGAL_VALUE, () -> text.queryInterface((UUID) null));
      assertFails(Nsresult.NS_ERROR_ILLEGAL_VALUE, () -> Interfaces.query(null, CSTRING));
    }

    @Test
    void answersManyThreadsAtOnceFromTheFirstCallOn() throws Exception {
      final class Fresh implements nsIRunnable {
        @Override
        public void run() {}
      }

      var fresh = new Fresh();
      int threads = 8;
      var start = new CyclicBarrier(threads);
      Callable<nsISupports> ask =
          () -> {
            start.await();
            return fresh.queryInterface(nsIRunnable.class);
          };
      ExecutorService executor = Executors.newFixedThreadPool(threads);
      try {
        var answers = executor.invokeAll(IntStream.range(0, threads).mapToObj(i -> ask).toList());
        for (Future<nsISupports> answer : answers) {
          assertSame(fresh, answer.get());
        }
      } finally {
        executor.shutdown();
      }
    }
  }

  @Nested
  @DisplayName("query")
  class QueryThroughTheObject {

    @Test
    void asksTheObjectsOwnMethod() {
      var observer = new Watcher();
      nsISupports aggregate =
          new nsISupports() {
            @Override
            public nsISupports queryInterface(UUID uuid) {
              return uuid.equals(Interfaces.iid(nsIObserver.class)) ? observer : this;
            }
          };
      assertSame(observer, Interfaces.query(aggregate, nsIObserver.class));
    }

    @Test
    void namesAnObjectThatAnswersNull() {
      nsISupports broken =
          new nsISupports() {
            @Override
            public nsISupports queryInterface(UUID uuid) {
              return null;
            }
          };
      assertFails(
          Nsresult.NS_ERROR_NO_INTERFACE, () -> Interfaces.query(broken, nsIObserver.class));
    }
  }

  @Nested
  @DisplayName("cast")
  class Cast {

    @Test
    void keepsNull() {
      assertNull(Interfaces.cast(null, nsIObserver.class));
    }

    @Test
    void namesTheComponentThatGaveSomethingElse() {
      var e =
          assertThrows(XpcomException.class, () -> Interfaces.cast(new Text(), nsIObserver.class));
      assertEquals(
          "NS_NOINTERFACE (0x80004002): org.xpcom4j.metadata.InterfacesTest$Text was given as"
              + " org.xpcom4j.interfaces.nsIObserver but is none",
          e.getMessage());
    }
  }

  private static void assertFails(long result, Runnable call) {
    assertEquals(result, assertThrows(XpcomException.class, call::run).result());
  }

  private static class Cancelable implements nsICancelable {
    @Override
    public void cancel(long aReason) {}
  }

  private static final class Text extends Cancelable implements nsISupportsCString {
    private String data = "";

    @Override
    public int getType() {
      return TYPE_CSTRING;
    }

    @Override
    public String getData() {
      return data;
    }

    @Override
    public void setData(String aData) {
      data = aData;
    }

    @Override
    public String toString_() {
      return data;
    }
  }

  private static final class Watcher implements nsIObserver {
    @Override
    public void observe(nsISupports aSubject, String aTopic, String aData) {}
  }
}
