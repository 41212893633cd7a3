package org.xpcom4j.registry.error;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.xpcom4j.result.Nsresult.NS_ERROR_FAILURE;
import static org.xpcom4j.result.Nsresult.NS_ERROR_NOT_AVAILABLE;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.xpcom4j.interfaces.nsIException;
import org.xpcom4j.interfaces.nsIStackFrame;
import org.xpcom4j.result.XpcomException;

@DisplayName("a Java exception as nsIException")
class ThrownExceptionTest {

  @Test
  void hasCodeNameAndMessageOfAnXpcomException() {
    nsIException shown =
        ThrownException.of(new XpcomException(NS_ERROR_NOT_AVAILABLE, "no such thing"));

    assertEquals(NS_ERROR_NOT_AVAILABLE, shown.getResult());
    assertEquals("NS_ERROR_NOT_AVAILABLE", shown.getName());
    assertTrue(shown.getMessage().contains("no such thing"), shown.getMessage());
  }

  @Test
  void isAFailureIfItIsAnythingElse() {
    nsIException shown = ThrownException.of(new IllegalStateException());

    assertEquals(NS_ERROR_FAILURE, shown.getResult());
    assertEquals("NS_ERROR_FAILURE", shown.getName());
    assertEquals("", shown.getMessage());
    assertEquals("java.lang.IllegalStateException", shown.toString_());
    assertNull(shown.getData());
  }

  @Test
  void leadsThroughTheWholeStack() {
    var thrown = new IllegalStateException("here");
    StackTraceElement[] stack = thrown.getStackTrace();
    nsIException shown = ThrownException.of(thrown);

    assertEquals("ThrownExceptionTest.java", shown.getFilename());
    assertEquals(stack[0].getLineNumber(), shown.getLineNumber());
    int depth = 0;
    for (nsIStackFrame at = shown.getLocation(); at != null; at = at.getCaller()) {
      assertEquals(stack[depth].getClassName() + "." + stack[depth].getMethodName(), at.getName());
      assertEquals("Java", at.getLanguageName());
      depth++;
    }
    assertEquals(stack.length, depth);
  }

  @Test
  void frameDescribesItselfAndItsCallers() {
    var thrown = new IllegalStateException("here");
    thrown.setStackTrace(
        new StackTraceElement[] {
          new StackTraceElement("a.B", "inner", "B.java", 7),
          new StackTraceElement("a.C", "outer", null, -2)
        });

    nsIStackFrame frame = ThrownException.of(thrown).getLocation();

    assertNotNull(frame);
    assertEquals("Java frame :: B.java :: a.B.inner :: line 7", frame.toString_());
    assertEquals("a.B.inner(B.java:7)\na.C.outer(Native Method)", frame.getFormattedStack());
    assertEquals("", frame.getCaller().getFilename());
    assertEquals(0, frame.getCaller().getLineNumber());
  }

  @Test
  void hasNoLocationWithoutAStack() {
    var thrown = new IllegalStateException("here");
    thrown.setStackTrace(new StackTraceElement[0]);

    nsIException shown = ThrownException.of(thrown);

    assertNull(shown.getLocation());
    assertEquals("", shown.getFilename());
    assertEquals(0, shown.getLineNumber());
  }
}
