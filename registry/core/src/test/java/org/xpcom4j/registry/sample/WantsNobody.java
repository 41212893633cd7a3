package org.xpcom4j.registry.sample;

import org.xpcom4j.interfaces.nsIRunnable;
import org.xpcom4j.registry.component.Component;
import org.xpcom4j.registry.component.ContractId;

/** Wants a component that nobody registered. */
@Component(cid = "{8f6f3a1c-9d0f-4c1e-8b5a-7b522f6f3a0b}", contracts = Contracts.WANTS_NOBODY)
final class WantsNobody implements nsIRunnable {

  WantsNobody(@ContractId("@example.org/nobody;1") nsIRunnable nobody) {}

  @Override
  public void run() {}
}
