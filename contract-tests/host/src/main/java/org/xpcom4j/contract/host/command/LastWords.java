package org.xpcom4j.contract.host.command;

import java.io.IOException;

/** Says something when the process is interrupted (Ctrl-C) in the middle of a work. */
final class LastWords {
  private LastWords() {}

  /** What may be interrupted. */
  interface Work<T> {
    T run() throws IOException, InterruptedException;
  }

  /** Works; the words are said only if the process ends before the work does. */
  static <T> T unlessDone(Work<T> work, Runnable words) throws IOException, InterruptedException {
    Thread hook = new Thread(words, "last-words");
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      return work.run();
    } finally {
      forget(hook);
    }
  }

  private static void forget(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process ends already: the words are being said.
    }
  }
}
