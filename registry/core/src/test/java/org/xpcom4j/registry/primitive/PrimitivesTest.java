package org.xpcom4j.registry.primitive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.xpcom4j.result.Nsresult.NS_ERROR_NULL_POINTER;

import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.xpcom4j.interfaces.nsISupportsPrimitive;
import org.xpcom4j.interfaces.nsISupportsString;
import org.xpcom4j.result.XpcomException;

@DisplayName("plain values as objects")
class PrimitivesTest {

  @Test
  void stringHoldsAString() {
    nsISupportsString string = new SupportsString();
    assertEquals("", string.getData());
    string.setData("grün");
    assertEquals("grün", string.toString_());
    assertEquals(nsISupportsPrimitive.TYPE_STRING, string.getType());
    var refused = assertThrows(XpcomException.class, () -> string.setData(null));
    assertEquals(NS_ERROR_NULL_POINTER, refused.result());
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
