package org.xpcom4j.registry.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.xpcom4j.result.Nsresult.NS_ERROR_FAILURE;
import static org.xpcom4j.result.Nsresult.NS_ERROR_ILLEGAL_VALUE;
import static org.xpcom4j.result.Nsresult.NS_ERROR_NO_INTERFACE;
import static org.xpcom4j.result.Nsresult.NS_ERROR_NULL_POINTER;
import static org.xpcom4j.result.Nsresult.NS_ERROR_UNEXPECTED;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.xpcom4j.interfaces.nsIArray;
import org.xpcom4j.interfaces.nsISupportsPrimitive;
import org.xpcom4j.interfaces.nsISupportsString;
import org.xpcom4j.result.XpcomException;

@DisplayName("plain data objects")
class DataTest {

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

  @Test
  void stringHoldsAString() {
    var string = new SupportsString();
    assertEquals("", string.getData());
    string.setData("grün");
    assertEquals("grün", string.toString_());
    assertEquals(nsISupportsPrimitive.TYPE_STRING, string.getType());
    assertResult(NS_ERROR_NULL_POINTER, () -> string.setData(null));
  }

  @Test
  void textOfEachTypeIsAsInGecko() {
    var id = new SupportsId();
    assertEquals("null", id.toString_());
    id.setData(UUID.fromString("D0D4B136-1DD1-11B2-9371-F0727EF827C0"));
    assertEquals("{d0d4b136-1dd1-11b2-9371-f0727ef827c0}", id.toString_());

    var uint8 = new SupportsUint8();
    uint8.setData((byte) 0xff);
    assertEquals("255", uint8.toString_());

    var uint64 = new SupportsUint64();
    uint64.setData(-1);
    assertEquals("18446744073709551615", uint64.toString_());

    var int32 = new SupportsInt32();
    int32.setData(-1);
    assertEquals("-1", int32.toString_());

    var number = new SupportsDouble();
    number.setData(1.5);
    assertEquals("1.500000", number.toString_());
    number.setData(1e300);
    assertEquals(31, number.toString_().length());

    var truth = new SupportsBool();
    assertEquals("false", truth.toString_());

    assertEquals("[interface pointer]", new SupportsInterfacePointer().toString_());
  }
}
