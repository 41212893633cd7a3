package org.xpcom4j.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("XpcomException")
class XpcomExceptionTest {

  @Test
  void messageIsNameValueAndSentence() {
    var exception =
        new XpcomException(Nsresult.NS_ERROR_ILLEGAL_VALUE, "contract ID has no version");
    assertEquals(
        "NS_ERROR_ILLEGAL_VALUE (0x80070057): contract ID has no version", exception.getMessage());
  }

  @Test
  void unknownCodeIsShownWithItsParts() {
    var exception = new XpcomException(0x804B1234L, "the stars are wrong");
    assertEquals("0x804B1234 (module 6, code 4660): the stars are wrong", exception.getMessage());
  }

  @Test
  void resultAndNameCanBeRead() {
    var exception = new XpcomException(Nsresult.NS_ERROR_OFFLINE, "offline");
    assertEquals(0x804B0010L, exception.result());
    assertEquals("NS_ERROR_OFFLINE", exception.resultName());
  }

  @Test
  void resultIsUnsignedHoweverItWasGiven() {
    var exception = new XpcomException(0xFFFFFFFF804B0010L, "offline");
    assertEquals(Nsresult.NS_ERROR_OFFLINE, exception.result());
  }

  @Test
  void causeIsKept() {
    var cause = new IllegalStateException("why");
    assertSame(cause, new XpcomException(Nsresult.NS_ERROR_FAILURE, "it broke", cause).getCause());
    assertNull(new XpcomException(Nsresult.NS_ERROR_FAILURE, "it broke").getCause());
  }
}
