package org.xpcom4j.registry.sample;

import org.xpcom4j.interfaces.nsIRunnable;
import org.xpcom4j.registry.component.Component;
import org.xpcom4j.registry.component.ContractId;
import org.xpcom4j.registry.component.Scope;

@Component(
    cid = "{8f6f3a1c-9d0f-4c1e-8b5a-7b522f6f3a08}",
    contracts = Contracts.NEST,
    scope = Scope.SERVICE)
final class Nest implements nsIRunnable {

  Nest(@ContractId(Contracts.HEN) nsIRunnable next) {}

  @Override
  public void run() {}
}
