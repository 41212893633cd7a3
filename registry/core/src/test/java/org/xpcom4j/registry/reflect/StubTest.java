package org.xpcom4j.registry.reflect;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.xpcom4j.result.Nsresult.NS_ERROR_ILLEGAL_VALUE;
import static org.xpcom4j.result.Nsresult.NS_ERROR_NOT_AVAILABLE;
import static org.xpcom4j.result.Nsresult.NS_ERROR_NOT_IMPLEMENTED;
import static org.xpcom4j.result.Nsresult.NS_ERROR_NO_INTERFACE;
import static org.xpcom4j.result.Nsresult.NS_ERROR_UNEXPECTED;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import org.xpcom4j.interfaces.nsICategoryManager;
import org.xpcom4j.interfaces.nsIInterfaceRequestor;
import org.xpcom4j.interfaces.nsIObserver;
import org.xpcom4j.interfaces.nsIRunnable;
import org.xpcom4j.interfaces.nsISupports;
import org.xpcom4j.interfaces.nsISupportsDouble;
import org.xpcom4j.metadata.Interfaces;
import org.xpcom4j.result.XpcomException;

@DisplayName("Stubs and invokers")
@NullUnmarked // as everything that implements IDL
class StubTest {

  /** Places in vtables; the first three are those of nsISupports. */
  private static final int FIRST = 3;

  @Test
  void carryEveryMethodOfEveryInterfaceWithItsArgumentsAndItsResult() throws IOException {
    int calls = 0;
    for (Class<? extends nsISupports> type : InterfaceInfoTest.interfacesOfTheApi()) {
      Invoker invoker = Invoker.of(type);
      for (MethodInfo method : InterfaceInfo.of(type).methods()) {
        if (method.javaMethod() != null && method.index() >= FIRST) {
          carries(type, invoker, method);
          calls++;
        }
      }
    }
    assertTrue(calls > 300, "only " + calls + " methods");
  }

  private static void carries(
      Class<? extends nsISupports> type, Invoker invoker, MethodInfo method) {
    Class<?>[] types = method.javaMethod().getParameterTypes();
    Object[] args = new Object[types.length];
    for (int i = 0; i < types.length; i++) {
      args[i] = sample(types[i], i);
    }
    Object result = sample(method.javaMethod().getReturnType(), types.length);
    var seen = new ArrayList<Object>();
    nsISupports stub =
        Stub.implement(
            type,
            (called, given) -> {
              seen.add(called);
              seen.add(given);
              return result;
            });

    Object answer = invoker.invoke(stub, method.index(), args);

    assertEquals(method, seen.get(0));
    assertArrayEquals(args, (Object[]) seen.get(1), () -> type + "." + method);
    assertEquals(result, answer);
  }

  private static Object sample(Class<?> type, int seed) {
    if (type == void.class) {
      return null;
    }
    if (type.isArray()) {
      return Array.newInstance(type.componentType(), 1);
    }
    if (type == UUID.class) {
      return new UUID(seed, 7);
    }
    if (type == boolean.class) {
      return true;
    }
    return switch (type.getName()) {
      case "byte" -> (byte) -seed;
      case "char" -> (char) (0x20AC + seed);
      case "short" -> (short) (-30_000 - seed);
      case "int" -> 100_000 + seed;
      case "long" -> Long.MAX_VALUE - seed;
      case "float" -> 1.5f + seed;
      case "double" -> 2.25 + seed;
      case "java.lang.String", "java.lang.Object" -> "text " + seed;
      default -> Stub.implement(type.asSubclass(nsISupports.class), (method, args) -> null);
    };
  }

  @Nested
  @DisplayName("a stub")
  class OfAnInterface {

    private final nsIObserver stub = Stub.implement(nsIObserver.class, (method, args) -> null);

    @Test
    void hasItsInterfaceAndItsBases() {
      assertSame(stub, stub.queryInterface(nsIObserver.class));
      assertSame(stub, stub.queryInterface(nsISupports.class));
      refuses(NS_ERROR_NO_INTERFACE, () -> stub.queryInterface(nsIRunnable.class));
    }

    @Test
    void mayAnswerWithATearOffThatIsAPartOfIt() {
      var parts = new ArrayList<nsIRunnable>();
      nsIObserver whole =
          Stub.implement(
              nsIObserver.class,
              new Stub.Handler() {
                @Override
                public Object invoke(MethodInfo method, Object[] args) {
                  return null;
                }

                @Override
                public nsISupports queryInterface(Stub asked, UUID iid) {
                  return iid.equals(Interfaces.iid(nsIRunnable.class))
                      ? parts.get(0)
                      : Interfaces.query(asked, iid);
                }
              });
      parts.add(
          Stub.implement(
              nsIRunnable.class,
              new Stub.Handler() {
                @Override
                public Object invoke(MethodInfo method, Object[] args) {
                  return null;
                }

                @Override
                public nsISupports queryInterface(Stub asked, UUID iid) {
                  return whole.queryInterface(iid);
                }
              }));

      nsIRunnable part = Interfaces.query(whole, nsIRunnable.class);

      assertSame(parts.get(0), part);
      assertSame(whole, part.queryInterface(nsISupports.class));
      assertSame(whole, Interfaces.query(part, nsIObserver.class));
    }

    @Test
    void letsExceptionsPassUnchanged() {
      var thrown = new XpcomException(NS_ERROR_NOT_AVAILABLE, "not now");
      nsIRunnable failing =
          Stub.implement(
              nsIRunnable.class,
              (method, args) -> {
                throw thrown;
              });

      assertSame(thrown, assertThrows(XpcomException.class, failing::run));
    }

    @Test
    void refusesAnAnswerOfAnotherType() {
      nsISupportsDouble wrong =
          Stub.implement(nsISupportsDouble.class, (method, args) -> "no number");
      nsISupportsDouble nothing = Stub.implement(nsISupportsDouble.class, (method, args) -> null);

      refuses(NS_ERROR_UNEXPECTED, wrong::getData);
      refuses(NS_ERROR_UNEXPECTED, nothing::getData);
    }

    @Test
    void dropsWhatAMethodWithoutResultAnswers() {
      Stub.implement(nsIRunnable.class, (method, args) -> "ignored").run();
    }

    @Test
    void inheritsTheFormsThatIdlDoesNotHave() {
      var asked = new ArrayList<Object>();
      nsIInterfaceRequestor requestor =
          Stub.implement(
              nsIInterfaceRequestor.class,
              (method, args) -> {
                asked.add(args[0]);
                return null;
              });

      assertNull(requestor.getInterface(nsIRunnable.class));

      assertEquals(List.of(Interfaces.iid(nsIRunnable.class)), asked);
    }

    @Test
    void needsAHandlerAndAnInterface() {
      refuses(NS_ERROR_ILLEGAL_VALUE, () -> Stub.implement(nsIObserver.class, null));
      refuses(NS_ERROR_ILLEGAL_VALUE, () -> Stub.implement(null, (method, args) -> null));
      refuses(NS_ERROR_ILLEGAL_VALUE, () -> Stub.implement(nsISupports2.class, (m, a) -> null));
    }
  }

  private interface nsISupports2 extends nsISupports {}

  @Nested
  @DisplayName("an invoker")
  class OfArguments {

    private final Invoker invoker = Invoker.of(nsICategoryManager.class);
    private final nsICategoryManager object =
        Stub.implement(nsICategoryManager.class, (method, args) -> null);

    @Test
    void isMadeOnce() {
      assertSame(invoker, Invoker.of(nsICategoryManager.class));
    }

    @Test
    void namesTheArgumentThatIsWrong() {
      refuses(NS_ERROR_ILLEGAL_VALUE, () -> invoker.invoke(object, FIRST, "only one"));
      refuses(
          NS_ERROR_ILLEGAL_VALUE,
          () -> invoker.invoke(object, FIRST + 1, "c", "e", "v", true, null));

      var e =
          assertThrows(XpcomException.class, () -> invoker.invoke(object, FIRST, "category", 12));

      assertEquals(NS_ERROR_ILLEGAL_VALUE, e.result());
      assertTrue(
          e.getMessage()
              .contains(
                  "argument 1 of nsICategoryManager.getCategoryEntry is java.lang.Integer, expected"
                      + " java.lang.String"),
          e.getMessage());
    }

    @Test
    void allowsNullForObjects() {
      assertNull(invoker.invoke(object, FIRST, null, null));
    }

    @Test
    void refusesObjectsWithoutTheInterface() {
      refuses(NS_ERROR_NO_INTERFACE, () -> invoker.invoke(new nsISupports() {}, FIRST, "c", "e"));
      refuses(NS_ERROR_NO_INTERFACE, () -> invoker.invoke(null, FIRST, "c", "e"));
    }

    @Test
    void refusesMethodsThatAreNotThereOrForNativeCode() {
      refuses(NS_ERROR_ILLEGAL_VALUE, () -> invoker.invoke(object, -1));
      refuses(NS_ERROR_ILLEGAL_VALUE, () -> invoker.invoke(object, 1_000));
      refuses(NS_ERROR_NOT_IMPLEMENTED, () -> invoker.invoke(object, 1));
    }

    @Test
    void callsQueryInterfaceToo() {
      assertSame(object, invoker.invoke(object, 0, Interfaces.iid(nsICategoryManager.class)));
    }
  }

  @Nested
  @DisplayName("an interface of another class loader")
  @Timeout(120)
  class Elsewhere {

    /** Has an nsIObserver of its own and shares everything else. */
    private static final class Apart extends ClassLoader {
      Apart() {
        super(nsIObserver.class.getClassLoader());
      }

      @Override
      protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
          Class<?> known = findLoadedClass(name);
          return known != null
              ? known
              : name.equals(nsIObserver.class.getName())
                  ? define(name)
                  : super.loadClass(name, resolve);
        }
      }

      private Class<?> define(String name) throws ClassNotFoundException {
        try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
          byte[] code = in.readAllBytes();
          return defineClass(name, code, 0, code.length);
        } catch (IOException e) {
          throw new ClassNotFoundException(name, e);
        }
      }
    }

    private Class<? extends nsISupports> observerApart() throws ClassNotFoundException {
      return new Apart().loadClass(nsIObserver.class.getName()).asSubclass(nsISupports.class);
    }

    @Test
    void isImplementedAndCalledAsAnyOther() throws Exception {
      Class<? extends nsISupports> type = observerApart();
      assertNotSame(nsIObserver.class, type);
      var seen = new ArrayList<Object>();

      nsISupports stub = Stub.implement(type, (method, args) -> seen.addAll(List.of(args)));
      Invoker.of(type).invoke(stub, FIRST, stub, "topic", "data");

      assertEquals(List.of(stub, "topic", "data"), seen);
    }

    @Test
    void goesWithAllThatWasMadeForIt() throws Exception {
      List<WeakReference<?>> traces = use(observerApart());

      while (traces.stream().anyMatch(trace -> trace.get() != null)) {
        System.gc();
        Thread.onSpinWait();
      }
    }

    private List<WeakReference<?>> use(Class<? extends nsISupports> type) {
      nsISupports stub = Stub.implement(type, (method, args) -> null);
      Invoker invoker = Invoker.of(type);
      invoker.invoke(stub, FIRST, null, null, null);
      return List.of(
          new WeakReference<>(type.getClassLoader()),
          new WeakReference<>(stub.getClass().getClassLoader()),
          new WeakReference<>(invoker));
    }
  }

  private static void refuses(long result, Executable call) {
    assertEquals(result, assertThrows(XpcomException.class, call).result());
  }
}
