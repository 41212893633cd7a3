package org.xpcom4j.registry.testing;

import static org.junit.jupiter.api.Assertions.fail;

import java.lang.management.ManagementFactory;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.List;
import javax.management.JMException;
import javax.management.ObjectName;

/** Waits until the garbage collector has taken an object, and looks what is left on the heap. */
public final class Collected {

  private final ReferenceQueue<Object> queue = new ReferenceQueue<>();
  private final WeakReference<Object> reference;
  private final String what;

  private Collected(Object object) {
    this.what = object.toString();
    this.reference = new WeakReference<>(object, queue);
  }

  /**
   * Remembers an object weakly.
   *
   * @param object what shall go
   * @return what waits for it
   */
  public static Collected of(Object object) {
    return new Collected(object);
  }

  /**
   * Waits until it is gone.
   *
   * @throws InterruptedException if the test is interrupted
   */
  public void await() throws InterruptedException {
    long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
    do {
      System.gc();
      if (queue.remove(200) != null) {
        return;
      }
    } while (System.nanoTime() < end);
    fail(what + " is still there: " + reference.get());
  }

  /**
   * Lists the classes with living objects.
   *
   * @param packageName the package that they are in
   * @return the lines of the JVM's histogram about them
   * @throws JMException if the JVM has none
   */
  public static List<String> onTheHeap(String packageName) throws JMException {
    var histogram =
        (String)
            ManagementFactory.getPlatformMBeanServer()
                .invoke(
                    new ObjectName("com.sun.management:type=DiagnosticCommand"),
                    "gcClassHistogram",
                    new Object[] {new String[0]},
                    new String[] {String[].class.getName()});
    return histogram.lines().filter(line -> line.contains(" " + packageName + ".")).toList();
  }
}
