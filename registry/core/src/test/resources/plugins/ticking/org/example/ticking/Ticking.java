package org.example.ticking;

import org.xpcom4j.interfaces.nsIObserverService;
import org.xpcom4j.interfaces.nsIRunnable;
import org.xpcom4j.interfaces.nsIThread;
import org.xpcom4j.interfaces.nsIThreadManager;
import org.xpcom4j.interfaces.nsITimer;
import org.xpcom4j.interfaces.nsITimerCallback;
import org.xpcom4j.registry.component.Component;
import org.xpcom4j.registry.component.ContractId;
import org.xpcom4j.registry.component.Scope;

/** Leaves a timer and a thread behind. */
@Component(
    cid = "{0f3f6a51-8f4f-4c0f-9d8c-6a5a2d9b1c61}",
    contracts = "@plugin.org/ticking;1",
    scope = Scope.SERVICE)
final class Ticking implements nsIRunnable, nsITimerCallback {

  private final nsIObserverService observers;
  private final nsITimer timer;
  private final nsIThread thread;

  Ticking(
      @ContractId("@mozilla.org/observer-service;1") nsIObserverService observers,
      @ContractId("@mozilla.org/thread-manager;1") nsIThreadManager threads,
      @ContractId("@mozilla.org/timer;1") nsITimer timer) {
    this.observers = observers;
    this.timer = timer;
    this.thread = threads.newThread(0);
    timer.initWithCallback(this, 1, nsITimer.TYPE_REPEATING_SLACK);
  }

  @Override
  public void run() {
    thread.isOnCurrentThread();
  }

  @Override
  public void notify_(nsITimer ringing) {
    observers.notifyObservers(null, "plugin-says", "tick");
  }
}
