package org.example.greeter;

import org.xpcom4j.interfaces.nsIObserver;
import org.xpcom4j.interfaces.nsIObserverService;
import org.xpcom4j.interfaces.nsIPrefBranch;
import org.xpcom4j.interfaces.nsIRunnable;
import org.xpcom4j.interfaces.nsISupports;
import org.xpcom4j.registry.component.Component;
import org.xpcom4j.registry.component.ContractId;
import org.xpcom4j.registry.component.Scope;

/** Covers the host's greeter, and leaves an observer wherever it can. */
@Component(
    cid = "{0f3f6a51-8f4f-4c0f-9d8c-6a5a2d9b1c01}",
    contracts = {"@example.org/greeter;1", "@plugin.org/greeter;1"},
    scope = Scope.SERVICE)
final class Greeter implements nsIRunnable, nsIObserver, AutoCloseable {

  private final nsIObserverService observers;
  private final Helper helper;

  Greeter(
      @ContractId("@mozilla.org/observer-service;1") nsIObserverService observers,
      @ContractId("@mozilla.org/preferences-service;1") nsIPrefBranch preferences,
      @ContractId("@plugin.org/lamp;1") nsIRunnable lamp,
      Helper helper) {
    this.observers = observers;
    this.helper = helper;
    observers.addObserver(this, "plugin-hello", false);
    preferences.addObserver("plugin.", this, false);
  }

  @Override
  public void run() {
    observers.notifyObservers(null, "plugin-says", helper.words());
  }

  @Override
  public void observe(nsISupports subject, String topic, String data) {
    observers.notifyObservers(null, "plugin-says", topic);
  }

  @Override
  public void close() {
    observers.notifyObservers(null, "plugin-closes", "greeter");
  }
}
