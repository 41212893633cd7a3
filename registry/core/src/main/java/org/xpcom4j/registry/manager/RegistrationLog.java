package org.xpcom4j.registry.manager;

import java.util.Collection;
import java.util.Iterator;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.SLF4JServiceProvider;
import org.xpcom4j.registry.component.ComponentEntry;

/**
 * Logs what is registered: each class at debug, conflicts always.
 *
 * <p>Waking the logger takes longer than a start of the registry. It stays asleep where nothing would
 * be printed: no provider of slf4j is there.
 */
final class RegistrationLog {

  private static final class Awake {
    private static final Logger LOG = LoggerFactory.getLogger(TableRegistration.class);

    private Awake() {}
  }

  private RegistrationLog() {}

  /** Whether registrations are logged; asked once for many. */
  static boolean isOn() {
    return isHeard() && Awake.LOG.isDebugEnabled();
  }

  private static boolean isHeard() {
    Iterator<SLF4JServiceProvider> providers =
        ServiceLoader.load(SLF4JServiceProvider.class, LoggerFactory.class.getClassLoader())
            .iterator();
    try {
      return providers.hasNext();
    } catch (ServiceConfigurationError broken) {
      return true; // slf4j explains it
    }
  }

  static void registered(ComponentEntry data, Source source) {
    Collection<String> contracts = data.contracts();
    Awake.LOG.debug(
        "Registered {} {} as {}: {}", data.className(), contracts, data.cid(), source.origin());
  }

  /** As in XPCOM the first class with an ID wins. */
  static void leftOut(Entry entry, Entry first) {
    Awake.LOG.warn(
        "Left out {}: its class ID {} belongs to {}", place(entry), entry.cid(), place(first));
  }

  /** As in XPCOM the last class with a contract ID wins. */
  static void covered(String contractId, Entry entry, Entry below) {
    Awake.LOG.info("{}: {} covers {}", contractId, place(entry), place(below));
  }

  /** Who registered a class, and the jar or folder that a table is in. */
  private static String place(Entry entry) {
    return entry.factory() instanceof TableFactory table
        ? entry.source() + " in " + table.location()
        : entry.source().toString();
  }
}
