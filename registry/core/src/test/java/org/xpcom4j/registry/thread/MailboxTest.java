package org.xpcom4j.registry.thread;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.xpcom4j.interfaces.nsIRunnable;
import org.xpcom4j.registry.testing.Threads;

@DisplayName("the mailbox of a thread")
@Timeout(120)
class MailboxTest {

  @RegisterExtension final Threads threads = new Threads();

  private final Mailbox mailbox = new Mailbox(Thread.currentThread());

  @Test
  void eventsComeOutInTheOrderOfGoingIn() {
    nsIRunnable first = () -> {};
    nsIRunnable second = () -> {};
    mailbox.put(first);
    mailbox.put(second);
    assertSame(first, mailbox.take());
    assertSame(second, mailbox.take());
    assertNull(mailbox.take());
  }

  @Test
  void sleepReturnsAtOnceWhenAnEventIsThere() {
    mailbox.put(() -> {});
    mailbox.sleep(Mailbox.FOREVER);
    assertFalse(mailbox.isEmpty());
  }

  @Test
  void sleepReturnsWhenTheTimeIsOver() {
    mailbox.sleep(1);
    assertTrue(mailbox.isEmpty());
  }

  @Test
  void sleepKeepsTheInterruptFlag() {
    Thread.currentThread().interrupt();
    mailbox.sleep(Mailbox.FOREVER);
    assertTrue(Thread.interrupted());
  }

  /**
   * Each event is put in while the owner goes to sleep: one that wakes nobody hangs the test. A
   * machine with one core, where the two threads only take turns, does fewer rounds.
   */
  @Test
  void noWakeUpIsLost() {
    int rounds = 100_000;
    long end = System.nanoTime() + SECONDS.toNanos(5);
    var answered = new AtomicInteger();
    threads.start(
        () -> {
          for (int round = 1; round <= rounds; round++) {
            int now = round < rounds && System.nanoTime() > end ? rounds : round;
            mailbox.put(() -> answered.set(now));
            while (answered.get() != now) {
              Thread.onSpinWait();
              if (Thread.interrupted()) {
                return;
              }
            }
            round = now;
          }
        });
    while (answered.get() < rounds) {
      nsIRunnable event = mailbox.take();
      if (event == null) {
        mailbox.sleep(Mailbox.FOREVER);
      } else {
        event.run();
      }
    }
    assertEquals(rounds, answered.get());
  }

  @Test
  void everyProducerKeepsItsOrder() {
    int producers = 4;
    int each = 50_000;
    var last = new int[producers];
    var taken = new int[1];
    for (int p = 0; p < producers; p++) {
      int producer = p;
      threads.start(
          () -> {
            for (int i = 1; i <= each; i++) {
              int number = i;
              mailbox.put(
                  () -> {
                    assertEquals(last[producer] + 1, number);
                    last[producer] = number;
                    taken[0]++;
                  });
            }
          });
    }
    while (taken[0] < producers * each) {
      nsIRunnable event = mailbox.take();
      if (event == null) {
        mailbox.sleep(Mailbox.FOREVER);
      } else {
        event.run();
      }
    }
    assertTrue(mailbox.isEmpty());
  }

  @Test
  void closedIsRefusing() {
    assertTrue(mailbox.closeIfEmpty());
    assertFalse(mailbox.put(() -> {}));
    assertTrue(mailbox.isClosed());
  }

  @Test
  void doesNotCloseOverAnEvent() {
    mailbox.put(() -> {});
    assertFalse(mailbox.closeIfEmpty());
    assertTrue(mailbox.put(() -> {}));
  }

  @Test
  void abandonedTellsHowMuchIsDropped() {
    mailbox.put(() -> {});
    mailbox.put(() -> {});
    assertEquals(2, mailbox.abandon());
    assertFalse(mailbox.put(() -> {}));
  }

  /** Two threads put in while the owner closes: what was accepted is taken, the rest refused. */
  @Test
  void closingIsExact() throws InterruptedException {
    for (int round = 0; round < 1_000; round++) {
      var box = new Mailbox(Thread.currentThread());
      var accepted = new AtomicLong();
      Runnable putUntilRefused =
          () -> {
            for (int i = 0; i < 500 && box.put(() -> {}); i++) {
              accepted.incrementAndGet();
            }
          };
      var one = new Thread(putUntilRefused);
      var two = new Thread(putUntilRefused);
      one.start();
      two.start();
      long taken = 0;
      do {
        while (box.take() != null) {
          taken++;
        }
      } while (taken == 0 || !box.closeIfEmpty());
      one.join();
      two.join();
      assertEquals(accepted.get(), taken);
    }
  }
}
