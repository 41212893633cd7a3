package org.example.wiring;

import jakarta.inject.Inject;
import org.xpcom4j.interfaces.nsIRunnable;
import org.xpcom4j.registry.component.Component;

/** Wants what nobody can make. */
@Component(cid = "{0f3f6a51-8f4f-4c0f-9d8c-6a5a2d9b1c52}", contracts = "@plugin.org/lost;1")
final class Lost implements nsIRunnable {

  Lost(Needy needy) {}

  @Override
  public void run() {}

  interface Unknown {}

  static final class Needy {
    @Inject
    Needy(Unknown unknown) {}
  }
}
