package org.xpcom4j.necko.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("the closing handshake")
class ClosingHandshakeTest {
  private static final CloseStatus OURS = new CloseStatus(1000, "ours");
  private static final CloseStatus THEIRS = new CloseStatus(1001, "theirs");
  private static final CloseStatus LATER = new CloseStatus(3000, "later");

  @Test
  void isCleanWhenOursWasAnswered() {
    assertEquals(
        new ClosingHandshake.Clean(THEIRS), ClosingHandshake.OPEN.sent(OURS).received(THEIRS));
  }

  @Test
  void isCleanWhenTheirsWasAnswered() {
    assertEquals(
        new ClosingHandshake.Clean(THEIRS), ClosingHandshake.OPEN.received(THEIRS).sent(OURS));
  }

  @Test
  void keepsTheFirstStatusOfEachSide() {
    assertEquals(
        new ClosingHandshake.CloseSent(OURS), ClosingHandshake.OPEN.sent(OURS).sent(LATER));
    assertEquals(
        new ClosingHandshake.CloseReceived(THEIRS),
        ClosingHandshake.OPEN.received(THEIRS).received(LATER));
    assertEquals(
        new ClosingHandshake.Clean(THEIRS),
        ClosingHandshake.OPEN.sent(OURS).received(THEIRS).received(LATER).sent(LATER));
  }
}
