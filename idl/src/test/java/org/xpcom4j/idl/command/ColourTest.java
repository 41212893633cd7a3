package org.xpcom4j.idl.command;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("xpidl uses colour")
class TerminalTest {
  @Test
  void onATerminalOnly() {
    assertTrue(Terminal.hasColour(Map.of(), () -> true));
    assertFalse(Terminal.hasColour(Map.of(), () -> false));
  }

  @Test
  void unlessTheUserWantsNone() {
    assertFalse(Terminal.hasColour(Map.of("NO_COLOR", "1"), () -> true));
    assertTrue(Terminal.hasColour(Map.of("NO_COLOR", ""), () -> true));
  }

  @Test
  void unlessTheTerminalKnowsNone() {
    assertFalse(Terminal.hasColour(Map.of("TERM", "dumb"), () -> true));
    assertTrue(Terminal.hasColour(Map.of("TERM", "xterm"), () -> true));
  }
}
