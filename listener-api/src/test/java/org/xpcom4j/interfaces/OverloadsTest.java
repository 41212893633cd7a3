package org.xpcom4j.interfaces;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.xpcom4j.metadata.Interfaces;
import org.xpcom4j.result.Nsresult;
import org.xpcom4j.result.XpcomException;

@DisplayName("Overloads that Java adds to the methods of the IDL")
class OverloadsTest {

  private static final UUID SOME_CLASS = UUID.fromString("7a8bd0a1-52e3-4a10-8f3e-3d1a2f6f9b52");

  private final List<Object> heard = new ArrayList<>();
  private final nsIObserver observer = (aSubject, aTopic, aData) -> {};

  @Nested
  @DisplayName("iid_is: by UUID, by text, by class")
  class IidIs {

    private final nsIInterfaceRequestor requestor =
        uuid -> {
          heard.add(uuid);
          return observer;
        };

    @Test
    void allThreeAskForTheSameInterface() {
      UUID iid = Interfaces.iid(nsIObserver.class);
      assertSame(observer, requestor.getInterface(iid));
      assertSame(observer, requestor.getInterface(nsIObserver.NS_IOBSERVER_IID));
      nsIObserver typed = requestor.getInterface(nsIObserver.class);
      assertSame(observer, typed);
      assertEquals(List.of(iid, iid, iid), heard);
    }

    @Test
    void malformedTextIsRefusedBeforeTheObjectIsAsked() {
      var e = assertThrows(XpcomException.class, () -> requestor.getInterface("nsIObserver"));
      assertEquals(Nsresult.NS_ERROR_ILLEGAL_VALUE, e.result());
      assertEquals(List.of(), heard);
    }

    @Test
    void anAnswerOfAnotherTypeIsRefused() {
      var e = assertThrows(XpcomException.class, () -> requestor.getInterface(nsIRunnable.class));
      assertEquals(Nsresult.NS_ERROR_NO_INTERFACE, e.result());
    }

    @Test
    void nullStaysNull() {
      nsIWeakReference cleared = uuid -> null;
      assertNull(cleared.queryReferent(nsIObserver.class));
    }

    @Test
    void textMayNameAllIdsAndTheClassOnlyTheInterface() {
      var manager = fake(nsIComponentManager.class, observer);
      String cid = "{" + SOME_CLASS + "}";
      assertSame(observer, manager.createInstance(cid, null, nsIObserver.NS_IOBSERVER_IID));
      nsIObserver typed = manager.createInstance(SOME_CLASS, null, nsIObserver.class);
      assertSame(observer, typed);
      UUID iid = Interfaces.iid(nsIObserver.class);
      assertEquals(
          List.of(
              "createInstance", Arrays.asList(SOME_CLASS, null, iid),
              "createInstance", Arrays.asList(SOME_CLASS, null, iid)),
          heard);
    }
  }

  @Test
  @DisplayName("size_is: without the count")
  void arraysCanBeReadWithoutTheirCount() {
    byte[] der = {0x30, 0x00};
    assertArrayEquals(der, fake(nsIX509Cert.class, der).getRawDER());
    assertArrayEquals(
        new String[] {"a.b"}, fake(nsIPrefBranch.class, new String[] {"a.b"}).getChildList("a."));
  }

  @Nested
  @DisplayName("optional: without the last parameters")
  class Optional {

    @Test
    void numbersAreZero() {
      fake(nsIThreadManager.class, null).newThread(0);
      assertEquals(List.of("newThread", List.of(0L, nsIThreadManager.DEFAULT_STACK_SIZE)), heard);
    }

    @Test
    void objectsAndStringsAreNull() {
      var service = fake(nsIIOService.class, null);
      service.newURI("ws://a/");
      service.newURI("ws://a/", "UTF-8");
      assertEquals(
          List.of(
              "newURI", Arrays.asList("ws://a/", null, null),
              "newURI", Arrays.asList("ws://a/", "UTF-8", null)),
          heard);
    }

    @Test
    void truthValuesAreFalse() {
      fake(nsIPrefBranch.class, true).getBoolPref("a");
      assertEquals(List.of("getBoolPref", List.of("a", false)), heard);
    }
  }

  /** Records what reaches its abstract methods; the default methods under test run as they are. */
  private <T> T fake(Class<T> type, Object answer) {
    InvocationHandler handler =
        (self, method, arguments) -> {
          if (method.isDefault()) {
            return InvocationHandler.invokeDefault(self, method, arguments);
          }
          heard.add(method.getName());
          heard.add(Arrays.asList(arguments));
          return answer;
        };
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }
}
