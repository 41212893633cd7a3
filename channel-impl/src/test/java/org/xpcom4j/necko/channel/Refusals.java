package org.xpcom4j.necko.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.function.Executable;
import org.xpcom4j.result.XpcomException;

/** Checks that a call is refused with one nsresult. */
final class Refusals {
  private Refusals() {}

  static XpcomException assertRefused(long result, Executable call) {
    XpcomException refused = assertThrows(XpcomException.class, call);
    assertEquals(result, refused.result(), refused::getMessage);
    return refused;
  }
}
