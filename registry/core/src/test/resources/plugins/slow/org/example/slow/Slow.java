package org.example.slow;

import org.xpcom4j.interfaces.nsIObserverService;
import org.xpcom4j.interfaces.nsIRunnable;
import org.xpcom4j.registry.component.Component;
import org.xpcom4j.registry.component.ContractId;
import org.xpcom4j.registry.component.Scope;

/** Whoever observes the topic decides how long its constructor takes. */
@Component(
    cid = "{0f3f6a51-8f4f-4c0f-9d8c-6a5a2d9b1c21}",
    contracts = "@plugin.org/slow;1",
    scope = Scope.SERVICE)
final class Slow implements nsIRunnable, AutoCloseable {

  private final nsIObserverService observers;

  Slow(@ContractId("@mozilla.org/observer-service;1") nsIObserverService observers) {
    this.observers = observers;
    observers.notifyObservers(null, "plugin-begins", "slow");
  }

  @Override
  public void run() {}

  @Override
  public void close() {
    observers.notifyObservers(null, "plugin-closes", "slow");
  }
}
