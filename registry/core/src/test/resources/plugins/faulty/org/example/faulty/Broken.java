package org.example.faulty;

import org.xpcom4j.interfaces.nsIRunnable;
import org.xpcom4j.registry.component.Component;

@Component(cid = "{0f3f6a51-8f4f-4c0f-9d8c-6a5a2d9b1c12}", contracts = "@plugin.org/broken;1")
final class Broken implements nsIRunnable {

  private static final int NUMBER = Integer.parseInt("no number");

  @Override
  public void run() {
    throw new IllegalStateException("" + NUMBER);
  }
}
