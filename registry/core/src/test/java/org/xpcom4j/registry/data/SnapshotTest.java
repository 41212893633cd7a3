package org.xpcom4j.registry.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.xpcom4j.result.Nsresult.NS_ERROR_FAILURE;
import static org.xpcom4j.result.Nsresult.NS_ERROR_ILLEGAL_VALUE;
import static org.xpcom4j.result.Nsresult.NS_ERROR_NO_INTERFACE;
import static org.xpcom4j.result.Nsresult.NS_ERROR_UNEXPECTED;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.xpcom4j.interfaces.nsIArray;
import org.xpcom4j.interfaces.nsISupportsString;
import org.xpcom4j.registry.primitive.SupportsString;
import org.xpcom4j.result.XpcomException;

@DisplayName("snapshots and weak references")
class SnapshotTest {

  private final SupportsString one = new SupportsString("one");
  private final SupportsString two = new SupportsString("two");

  private static void assertResult(long result, Executable call) {
    var failure = assertThrows(XpcomException.class, call);
    assertEquals(result, failure.result(), failure.getMessage());
  }

  @Test
  void enumeratorIsASnapshot() {
    var list = new ArrayList<>(List.of(one, two));
    var enumerator = SnapshotEnumerator.of(list);
    list.clear();
    assertTrue(enumerator.hasMoreElements());
    assertSame(one, enumerator.getNext());
    assertSame(two, enumerator.getNext());
    assertFalse(enumerator.hasMoreElements());
    assertResult(NS_ERROR_UNEXPECTED, enumerator::getNext);
  }

  @Test
  void arrayGivesElementsByInterface() {
    var array = SnapshotArray.of(List.of(one, two));
    assertEquals(2, array.getLength());
    assertSame(two, array.queryElementAt(1, nsISupportsString.class));
    assertResult(NS_ERROR_NO_INTERFACE, () -> array.queryElementAt(1, nsIArray.class));
    assertResult(NS_ERROR_ILLEGAL_VALUE, () -> array.queryElementAt(2, nsISupportsString.class));
  }

  @Test
  void arrayFindsElementsByIdentity() {
    var array = SnapshotArray.of(List.of(one, two, one));
    assertEquals(0, array.indexOf(0, one));
    assertEquals(2, array.indexOf(1, one));
    assertResult(NS_ERROR_FAILURE, () -> array.indexOf(2, two));
    assertSame(one, array.enumerate().getNext());
  }

  @Test
  void weakReferenceLeadsToALivingObject() {
    var reference = new JavaWeakReference(one);
    assertSame(one, reference.queryReferent(nsISupportsString.class));
    assertResult(NS_ERROR_NO_INTERFACE, () -> reference.queryReferent(nsIArray.class));
  }
}
