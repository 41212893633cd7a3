package org.xpcom4j.necko.loadgroup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.xpcom4j.interfaces.nsISupports;
import org.xpcom4j.interfaces.nsISupportsWeakReference;
import org.xpcom4j.interfaces.nsIWeakReference;
import org.xpcom4j.result.Nsresult;
import org.xpcom4j.result.XpcomException;

@DisplayName("weak link")
class WeakLinkTest {
  private final Referable object = new Referable();

  @Test
  void withoutAnObjectIsEmpty() {
    assertNull(WeakLink.to(null, nsISupports.class).get());
    assertNull(WeakLink.none().get());
  }

  @Test
  void leadsToAPlainObjectThatLives() {
    nsISupports plain = new nsISupports() {};
    assertSame(plain, WeakLink.to(plain, nsISupports.class).get());
  }

  @Test
  void goesByTheWeakReferenceOfTheObject() {
    nsISupports behind = new nsISupports() {};
    object.referent = behind;
    assertSame(behind, WeakLink.to(object, nsISupports.class).get());
  }

  @Test
  void isEmptyWhenThatReferenceAnswersNull() {
    assertNull(WeakLink.to(object, nsISupports.class).get());
  }

  @Test
  void isEmptyWhenThatReferenceSaysThatTheObjectIsGone() {
    object.failure = new XpcomException(Nsresult.NS_ERROR_NULL_POINTER, "gone");
    assertNull(WeakLink.to(object, nsISupports.class).get());
  }

  @Test
  void passesOtherFailuresOn() {
    object.failure = new XpcomException(Nsresult.NS_ERROR_NO_INTERFACE, "no");
    WeakLink<nsISupports> link = WeakLink.to(object, nsISupports.class);
    XpcomException e = assertThrows(XpcomException.class, link::get);
    assertEquals(Nsresult.NS_ERROR_NO_INTERFACE, e.result());
  }

  /** An object whose weak reference answers what a test says. */
  private static final class Referable implements nsISupportsWeakReference {
    private @Nullable nsISupports referent;
    private @Nullable XpcomException failure;

    @Override
    public nsIWeakReference getWeakReference() {
      return new nsIWeakReference() {
        @Override
        public @Nullable nsISupports queryReferent(UUID uuid) {
          if (failure != null) {
            throw failure;
          }
          return referent;
        }
      };
    }
  }
}
