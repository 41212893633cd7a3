package org.example.chatty;

import org.xpcom4j.interfaces.nsIConsoleListener;
import org.xpcom4j.interfaces.nsIConsoleMessage;
import org.xpcom4j.interfaces.nsIObserverService;
import org.xpcom4j.registry.component.Component;
import org.xpcom4j.registry.component.ContractId;
import org.xpcom4j.registry.component.Scope;

/** Listens to the console, and is a message itself. */
@Component(
    cid = "{0f3f6a51-8f4f-4c0f-9d8c-6a5a2d9b1c31}",
    contracts = "@plugin.org/chatty;1",
    scope = Scope.SERVICE)
final class Chatty implements nsIConsoleListener, nsIConsoleMessage {

  private final nsIObserverService observers;

  Chatty(@ContractId("@mozilla.org/observer-service;1") nsIObserverService observers) {
    this.observers = observers;
  }

  @Override
  public void observe(nsIConsoleMessage message) {
    observers.notifyObservers(null, "plugin-says", "told");
  }

  @Override
  public long getLogLevel() {
    return info;
  }

  @Override
  public long getTimeStamp() {
    return 0;
  }

  @Override
  public String getMessage() {
    return "it is me";
  }

  @Override
  public String toString_() {
    return getMessage();
  }
}
