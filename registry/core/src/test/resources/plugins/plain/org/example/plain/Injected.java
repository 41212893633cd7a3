package org.example.plain;

import jakarta.inject.Inject;
import org.xpcom4j.interfaces.nsIObserverService;
import org.xpcom4j.interfaces.nsIRunnable;
import org.xpcom4j.registry.component.ContractId;

public final class Injected implements nsIRunnable {

  private final nsIObserverService observers;

  @Inject
  Injected(@ContractId("@mozilla.org/observer-service;1") nsIObserverService observers) {
    this.observers = observers;
  }

  @Override
  public void run() {
    observers.notifyObservers(null, "plugin-says", "injected");
  }
}
