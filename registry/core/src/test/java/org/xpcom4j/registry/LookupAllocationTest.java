package org.xpcom4j.registry;

import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.xpcom4j.interfaces.nsIRunnable;
import org.xpcom4j.registry.sample.Contracts;

class LookupAllocationTest {

  private static final int CALLS = 10_000;

  @Test
  void gettingAServiceThatExistsAllocatesNothing() {
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    try (Xpcom xpcom = Xpcom.start()) {
      nsIRunnable service = xpcom.getService(Contracts.GREETER, nsIRunnable.class);
      lookUp(xpcom, service); // loads classes

      long before = threads.getCurrentThreadAllocatedBytes();
      lookUp(xpcom, service);
      long allocated = threads.getCurrentThreadAllocatedBytes() - before;

      // The smallest object has 16 bytes; what the JVM allocates once is not ours.
      assertTrue(
          allocated < CALLS * 8L, () -> CALLS + " look-ups allocated " + allocated + " bytes");
    }
  }

  private static void lookUp(Xpcom xpcom, nsIRunnable service) {
    for (int call = 0; call < CALLS; call++) {
      assertSame(service, xpcom.getService(Contracts.GREETER, nsIRunnable.class));
    }
  }
}
