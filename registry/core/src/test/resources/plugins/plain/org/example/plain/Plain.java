package org.example.plain;

import org.xpcom4j.interfaces.nsIRunnable;

/** Only a manifest makes a component of it. */
public final class Plain implements nsIRunnable {

  public Plain() {}

  @Override
  public void run() {}
}
