package org.xpcom4j.registry.manager;

import java.security.AccessController;
import java.security.PrivilegedAction;

/** Makes threads that keep nothing of the code alive that happened to ask for them first. */
public final class Daemons {

  private Daemons() {}

  /**
   * Makes a thread. Before Java 24 a thread holds the classes on the stack that it was made on, those
   * of plug-ins too, until it ends; this one does not.
   *
   * @param work what it does
   * @param name its name
   * @param stackSize as for {@code Thread}, 0 for the JVM's choice
   * @return a daemon that is not started
   */
  @SuppressWarnings("removal") // nothing else leaves the stack behind
  public static Thread make(Runnable work, String name, long stackSize) {
    Thread thread =
        AccessController.doPrivileged(
            (PrivilegedAction<Thread>) () -> new Thread(null, work, name, stackSize));
    thread.setDaemon(true);
    return thread;
  }
}
