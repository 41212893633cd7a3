package org.xpcom4j.registry.diagnostics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xpcom4j.interfaces.nsIFactory;
import org.xpcom4j.interfaces.nsIRunnable;
import org.xpcom4j.interfaces.nsISupports;
import org.xpcom4j.registry.Xpcom;
import org.xpcom4j.registry.sample.Contracts;
import org.xpcom4j.result.XpcomException;

@DisplayName("a flight recording")
@NullUnmarked // as everything that implements IDL
class FlightRecordingTest {

  private static final String CREATION = "org.xpcom4j.ServiceCreation";
  private static final String LOOKUP = "org.xpcom4j.SlowLookup";

  @TempDir private Path folder;

  @Test
  void hasEachCreationOfAServiceWithItsResult() throws Exception {
    List<RecordedEvent> events =
        record(
            Duration.ZERO,
            () -> {
              try (Xpcom xpcom = Xpcom.start()) {
                xpcom.getService(Contracts.GREETER, nsIRunnable.class);
                xpcom.getService(Contracts.GREETER, nsIRunnable.class);
                assertThrows(
                    XpcomException.class,
                    () -> xpcom.getService(Contracts.BROKEN, nsIRunnable.class));
              }
            });

    assertEquals(
        List.of(
            Contracts.GREETER + " org.xpcom4j.registry.sample.Greeter NS_OK (0x00000000)",
            Contracts.BROKEN + " org.xpcom4j.registry.sample.Broken NS_ERROR_FAILURE (0x80004005)"),
        texts(events, CREATION));
  }

  @Test
  void hasLookUpsThatTookLongerThanTheThreshold() throws Exception {
    String slow = "@example.org/slow;1";
    List<RecordedEvent> events =
        record(
            Duration.ofMillis(20),
            () -> {
              try (Xpcom xpcom = Xpcom.start()) {
                xpcom
                    .componentRegistrar()
                    .registerFactory(UUID.randomUUID(), "Slow", slow, new SlowFactory());
                xpcom.getService(slow, nsIRunnable.class);
              }
            });

    assertEquals(List.of(slow + " Slow NS_OK (0x00000000)"), texts(events, LOOKUP));
  }

  /** Works for longer than the threshold, as the clock says. */
  private static final class SlowFactory implements nsIFactory {
    @Override
    public nsISupports createInstance(nsISupports aOuter, UUID iid) {
      long until = System.nanoTime() + Duration.ofMillis(40).toNanos();
      while (System.nanoTime() < until) {
        Thread.onSpinWait();
      }
      return (nsIRunnable) () -> {};
    }

    @Override
    public void lockFactory(boolean lock) {}
  }

  private List<RecordedEvent> record(Duration threshold, Runnable work) throws IOException {
    Path file = folder.resolve("recording.jfr");
    try (var recording = new Recording()) {
      recording.enable(CREATION).withoutThreshold();
      recording.enable(LOOKUP).withThreshold(threshold);
      recording.start();
      work.run();
      recording.stop();
      recording.dump(file);
    }
    return RecordingFile.readAllEvents(file);
  }

  /** Other registries of the process may be recorded too: only those of this test count. */
  private static List<String> texts(List<RecordedEvent> events, String name) {
    return events.stream()
        .filter(event -> event.getEventType().getName().equals(name))
        .filter(event -> event.getString("askedAs").startsWith("@example.org/"))
        .map(
            event ->
                event.getString("askedAs")
                    + " "
                    + event.getString("className")
                    + " "
                    + event.getString("result"))
        .toList();
  }
}
