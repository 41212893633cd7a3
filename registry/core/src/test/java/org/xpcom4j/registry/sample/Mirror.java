package org.xpcom4j.registry.sample;

import org.xpcom4j.interfaces.nsIRunnable;
import org.xpcom4j.registry.component.Component;
import org.xpcom4j.registry.component.ContractId;

@Component(cid = "{8f6f3a1c-9d0f-4c1e-8b5a-7b522f6f3a09}", contracts = Contracts.MIRROR)
final class Mirror implements nsIRunnable {

  Mirror(@ContractId(Contracts.MIRROR) nsIRunnable another) {}

  @Override
  public void run() {}
}
