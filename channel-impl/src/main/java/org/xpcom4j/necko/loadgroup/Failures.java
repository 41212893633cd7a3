package org.xpcom4j.necko.loadgroup;

import org.jspecify.annotations.Nullable;

/** Lets several calls all be made and then throws the first failure, the later ones suppressed. */
final class Failures {
  private @Nullable RuntimeException first;

  void run(Runnable call) {
    try {
      call.run();
    } catch (RuntimeException e) {
      if (first == null) {
        first = e;
      } else if (first != e) {
        first.addSuppressed(e);
      }
    }
  }

  void throwFirst() {
    if (first != null) {
      throw first;
    }
  }
}
