package org.xpcom4j.registry.loading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.xpcom4j.result.Nsresult.NS_ERROR_FACTORY_NOT_REGISTERED;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.xpcom4j.interfaces.nsIRunnable;
import org.xpcom4j.registry.Xpcom;
import org.xpcom4j.registry.testing.Heard;
import org.xpcom4j.registry.testing.PluginJar;
import org.xpcom4j.result.XpcomException;

@DisplayName("Look-ups while a plug-in comes and goes")
@Timeout(180)
@NullUnmarked // as everything that speaks to IDL
class PluginRaceTest {

  private static final int ROUNDS = 60;
  private static final int READERS = 4;
  private static final String COVERED = "@example.org/greeter;1";
  private static final String ITS_OWN = "@plugin.org/greeter;1";

  @TempDir private Path folder;

  private final Xpcom xpcom = Xpcom.start();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicBoolean over = new AtomicBoolean();
  private final Queue<String> wrong = new ConcurrentLinkedQueue<>();

  @AfterEach
  void close() throws InterruptedException {
    over.set(true);
    threads.shutdown();
    assertTrue(threads.awaitTermination(60, TimeUnit.SECONDS), "threads are left");
    xpcom.close();
  }

  /** Every answer is the plug-in's object, the host's that it covers, or the documented error. */
  private void look() {
    for (boolean asService : new boolean[] {true, false}) {
      see(asService, COVERED);
      see(asService, ITS_OWN);
    }
  }

  private void see(boolean asService, String contractId) {
    try {
      nsIRunnable found =
          asService
              ? xpcom.getService(contractId, nsIRunnable.class)
              : xpcom.createInstance(contractId, nsIRunnable.class);
      String name = found.getClass().getName();
      if (!name.equals("org.example.greeter.Greeter")
          && !name.equals("org.xpcom4j.registry.sample.Greeter")) {
        wrong.add(name);
      }
    } catch (XpcomException refused) {
      if (refused.result() != NS_ERROR_FACTORY_NOT_REGISTERED) {
        wrong.add(contractId + ": " + refused);
      }
    }
  }

  private void whileOthersLook(Work work) throws Exception {
    List<Future<?>> readers = new ArrayList<>();
    for (int i = 0; i < READERS; i++) {
      readers.add(
          threads.submit(
              () -> {
                while (!over.get()) {
                  look();
                }
              }));
    }
    work.run();
    over.set(true);
    for (Future<?> reader : readers) {
      reader.get(60, TimeUnit.SECONDS);
    }
    assertEquals(List.of(), List.copyOf(wrong));
  }

  private interface Work {
    void run() throws Exception;
  }

  @Test
  void giveItsObjectTheCoveredOneOrTheDocumentedError() throws Exception {
    Path jar = PluginJar.of("greeter").writeTo(folder.resolve("greeter.jar"));
    var closed = Heard.of(xpcom, "plugin-closes");

    whileOthersLook(
        () -> {
          for (int round = 0; round < ROUNDS; round++) {
            var plugin = xpcom.plugins().add(jar);
            xpcom.getService(ITS_OWN, nsIRunnable.class);
            plugin.remove();
            assertEquals(
                "org.xpcom4j.registry.sample.Greeter",
                xpcom.getService(COVERED, nsIRunnable.class).getClass().getName());
          }
        });

    long greeters = closed.data().stream().filter("greeter"::equals).count();
    assertTrue(greeters >= ROUNDS, () -> "closed " + greeters + " of " + ROUNDS);
  }

  @Test
  void endWithTheRegistry() throws Exception {
    Path jar = PluginJar.of("greeter").writeTo(folder.resolve("greeter.jar"));
    xpcom.plugins().add(jar);

    List<Future<?>> readers = new ArrayList<>();
    for (int i = 0; i < READERS; i++) {
      readers.add(threads.submit(this::lookUntilRefused));
    }
    xpcom.close();

    for (Future<?> reader : readers) {
      reader.get(60, TimeUnit.SECONDS);
    }
    assertEquals(List.of(), xpcom.plugins().list());
  }

  private void lookUntilRefused() {
    while (true) {
      try {
        xpcom.getService(ITS_OWN, nsIRunnable.class);
      } catch (XpcomException closing) {
        assertEquals("NS_ERROR_ILLEGAL_DURING_SHUTDOWN", closing.resultName());
        return;
      }
    }
  }
}
