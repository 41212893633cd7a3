package org.xpcom4j.registry.sample;

import org.xpcom4j.interfaces.nsIRunnable;
import org.xpcom4j.registry.component.Component;

/** Wants something that only Guice can give. */
@Component(cid = "{8f6f3a1c-9d0f-4c1e-8b5a-7b522f6f3a0a}", contracts = Contracts.WANTS_GUICE)
public final class WantsGuice implements nsIRunnable {

  public final Clocklike clock;

  /** A class that Guice makes by itself. */
  public static class Clocklike {}

  WantsGuice(Clocklike clock) {
    this.clock = clock;
  }

  @Override
  public void run() {}
}
