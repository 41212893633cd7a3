package org.xpcom4j.idl.command;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("xpidl uses colour")
class ColourTest {
  @Test
  void onATerminalOnly() {
    assertTrue(Colour.isWanted(Map.of(), () -> true));
    assertFalse(Colour.isWanted(Map.of(), () -> false));
  }

  @Test
  void unlessTheUserWantsNone() {
    assertFalse(Colour.isWanted(Map.of("NO_COLOR", "1"), () -> true));
    assertTrue(Colour.isWanted(Map.of("NO_COLOR", ""), () -> true));
  }

  @Test
  void unlessTheTerminalKnowsNone() {
    assertFalse(Colour.isWanted(Map.of("TERM", "dumb"), () -> true));
    assertTrue(Colour.isWanted(Map.of("TERM", "xterm"), () -> true));
  }
}
