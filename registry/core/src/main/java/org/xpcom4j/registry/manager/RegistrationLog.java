package org.xpcom4j.registry.manager;

import java.util.Collection;
import java.util.Iterator;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.SLF4JServiceProvider;

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

  private static final boolean IS_HEARD = isHeard();

  private RegistrationLog() {}

  /** Whether registrations are logged; where there are many, asked once. */
  static boolean isOn() {
    return IS_HEARD && Awake.LOG.isDebugEnabled();
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

  static void registered(Entry entry, Collection<String> contracts) {
    if (isOn()) {
      Awake.LOG.debug(
          "Registered {} {} as {}: {}",
          entry.source().className(),
          contracts,
          entry.cid(),
          entry.source().origin());
    }
  }

  static void unregistered(Entry entry) {
    if (isOn()) {
      Awake.LOG.debug("Unregistered {} as {}", entry.source().className(), entry.cid());
    }
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
