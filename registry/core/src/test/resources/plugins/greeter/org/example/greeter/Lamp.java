package org.example.greeter;

import org.xpcom4j.interfaces.nsIObserverService;
import org.xpcom4j.interfaces.nsIRunnable;
import org.xpcom4j.registry.component.Category;
import org.xpcom4j.registry.component.Component;
import org.xpcom4j.registry.component.ContractId;
import org.xpcom4j.registry.component.Scope;

/** Made before the greeter that needs it, and so closed after it. */
@Component(
    cid = "{0f3f6a51-8f4f-4c0f-9d8c-6a5a2d9b1c02}",
    contracts = "@plugin.org/lamp;1",
    scope = Scope.SERVICE,
    categories = @Category(name = "lamps", entry = "Lamp", value = "@plugin.org/lamp;1"))
final class Lamp implements nsIRunnable, AutoCloseable {

  private final nsIObserverService observers;

  Lamp(@ContractId("@mozilla.org/observer-service;1") nsIObserverService observers) {
    this.observers = observers;
  }

  @Override
  public void run() {}

  @Override
  public void close() {
    observers.notifyObservers(null, "plugin-closes", "lamp");
  }
}
