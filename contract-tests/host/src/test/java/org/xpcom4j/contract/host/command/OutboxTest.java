package org.xpcom4j.contract.host.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.xpcom4j.result.Nsresult;
import org.xpcom4j.result.XpcomException;

@DisplayName("The outbox of xpcom open")
class OutboxTest {
  private final Outbox outbox = new Outbox();
  private final List<String> sent = new ArrayList<>();
  private int room = 1;

  @Test
  void sendsAtOnceWhileThereIsRoom() {
    outbox.add(() -> send("a"));

    assertEquals(List.of("a"), sent);
    assertTrue(outbox.isEmpty());
  }

  @Test
  void keepsTheOrderWhenTheChannelIsFull() {
    outbox.add(() -> send("a"));
    outbox.add(() -> send("b"));
    outbox.add(() -> send("c"));
    assertEquals(List.of("a"), sent);

    room = 2;
    outbox.pump();

    assertEquals(List.of("a", "b", "c"), sent);
    assertNull(outbox.refusal());
  }

  @Test
  void sendsNothingAfterARefusal() {
    XpcomException refusal = new XpcomException(Nsresult.NS_ERROR_NOT_CONNECTED, "over");
    outbox.add(
        () -> {
          throw refusal;
        });
    outbox.add(() -> send("b"));

    assertSame(refusal, outbox.refusal());
    assertEquals(List.of(), sent);
    assertFalse(outbox.isEmpty());
  }

  private void send(String text) {
    if (room == 0) {
      throw new XpcomException(Nsresult.NS_BASE_STREAM_WOULD_BLOCK, "full");
    }
    room--;
    sent.add(text);
  }
}
