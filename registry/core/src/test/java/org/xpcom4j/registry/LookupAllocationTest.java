package org.xpcom4j.registry;

import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.xpcom4j.interfaces.nsIRunnable;
import org.xpcom4j.interfaces.nsISupportsPRBool;
import org.xpcom4j.registry.sample.Contracts;

class LookupAllocationTest {

  private static final int CALLS = 10_000;

  @Test
  void gettingAServiceThatExistsAllocatesNothing() {
    try (Xpcom xpcom = Xpcom.start()) {
      nsIRunnable service = xpcom.getService(Contracts.GREETER, nsIRunnable.class);

      assertAllocatesNothing(
          () -> assertSame(service, xpcom.getService(Contracts.GREETER, nsIRunnable.class)));
    }
  }

  @Test
  void gettingAMemberOfAFamilyThatWasFoundBeforeAllocatesNothing() {
    try (Xpcom xpcom = Xpcom.start()) {
      String prefix = Contracts.GREETER.substring(0, Contracts.GREETER.length() - 2);
      String end = Contracts.GREETER.substring(prefix.length());
      var family = xpcom.family(prefix, nsIRunnable.class);
      nsIRunnable service = family.getService(end);

      assertAllocatesNothing(() -> assertSame(service, family.getService(end)));
    }
  }

  @Test
  void makingAnObjectThatNeedsNothingAllocatesNoMoreThanTheObject() {
    try (Xpcom xpcom = Xpcom.start()) {
      String contract = nsISupportsPRBool.NS_SUPPORTS_PRBOOL_CONTRACTID;
      long smallest = 16; // header and a boolean

      long allocated = allocatedBy(() -> xpcom.createInstance(contract, nsISupportsPRBool.class));

      assertTrue(
          allocated < CALLS * (smallest + 8),
          () -> CALLS + " objects and what else was allocated have " + allocated + " bytes");
    }
  }

  private static void assertAllocatesNothing(Runnable lookUp) {
    long allocated = allocatedBy(lookUp);

    // The smallest object has 16 bytes; what the JVM allocates once is not ours.
    assertTrue(allocated < CALLS * 8L, () -> CALLS + " look-ups allocated " + allocated + " bytes");
  }

  private static long allocatedBy(Runnable lookUp) {
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    repeat(lookUp); // loads classes

    long before = threads.getCurrentThreadAllocatedBytes();
    repeat(lookUp);
    return threads.getCurrentThreadAllocatedBytes() - before;
  }

  private static void repeat(Runnable lookUp) {
    for (int call = 0; call < CALLS; call++) {
      lookUp.run();
    }
  }
}
