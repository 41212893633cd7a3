package org.xpcom4j.registry.sample;

import org.xpcom4j.interfaces.nsIRunnable;
import org.xpcom4j.registry.component.Component;

@Component(cid = "{8f6f3a1c-9d0f-4c1e-8b5a-7b522f6f3a02}", contracts = Contracts.COUNTER)
final class Counter implements nsIRunnable {

  @Override
  public void run() {}
}
