package org.example.wiring;

import com.google.inject.ImplementedBy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.xpcom4j.interfaces.nsIObserverService;
import org.xpcom4j.interfaces.nsIRunnable;
import org.xpcom4j.registry.component.Component;
import org.xpcom4j.registry.component.ContractId;
import org.xpcom4j.registry.testing.Heard;

/** Says which objects it was given. */
@Component(cid = "{0f3f6a51-8f4f-4c0f-9d8c-6a5a2d9b1c51}", contracts = "@plugin.org/wired;1")
final class Wired implements nsIRunnable {

  private final nsIObserverService observers;
  private final First first;
  private final Second second;
  private final Heard.Count hosts;

  Wired(
      @ContractId("@mozilla.org/observer-service;1") nsIObserverService observers,
      First first,
      Second second,
      Heard.Count hosts) {
    this.observers = observers;
    this.first = first;
    this.second = second;
    this.hosts = hosts;
  }

  @Override
  public void run() {
    observers.notifyObservers(
        null,
        "plugin-says",
        (first.shared == second.shared) + " " + (first.hosts == hosts) + " " + hosts.next());
  }

  @ImplementedBy(Shared.class)
  interface Common {}

  @Singleton
  static final class Shared implements Common {
    @Inject
    Shared() {}
  }

  static final class First {
    private final Common shared;
    private final Heard.Count hosts;

    @Inject
    First(Common shared, Heard.Count hosts) {
      this.shared = shared;
      this.hosts = hosts;
    }
  }

  static final class Second {
    @Inject Common shared;
  }
}
