package org.example.faulty;

import org.xpcom4j.interfaces.nsIRunnable;
import org.xpcom4j.registry.component.Component;

/** The test leaves Part out of the jar. */
@Component(cid = "{0f3f6a51-8f4f-4c0f-9d8c-6a5a2d9b1c13}", contracts = "@plugin.org/incomplete;1")
final class Incomplete implements nsIRunnable {

  private final Part part = new Part();

  @Override
  public void run() {
    part.toString();
  }
}
