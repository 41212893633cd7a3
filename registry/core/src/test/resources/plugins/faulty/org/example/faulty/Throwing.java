package org.example.faulty;

import org.xpcom4j.interfaces.nsIRunnable;
import org.xpcom4j.registry.component.Component;

@Component(
    cid = "{0f3f6a51-8f4f-4c0f-9d8c-6a5a2d9b1c11}",
    contracts = "@plugin.org/throwing;1")
final class Throwing implements nsIRunnable {

  Throwing() {
    throw new IllegalStateException("not today");
  }

  @Override
  public void run() {}
}
