package org.xpcom4j.registry.sample;

import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.util.Optional;
import org.xpcom4j.interfaces.nsIObserverService;
import org.xpcom4j.interfaces.nsIRunnable;
import org.xpcom4j.interfaces.nsIServiceManager;
import org.xpcom4j.registry.Xpcom;
import org.xpcom4j.registry.component.Component;
import org.xpcom4j.registry.component.ContractId;
import org.xpcom4j.registry.thread.EventLoops;

/** Has every kind of constructor parameter that the registry answers without Guice. */
@Component(cid = "{8f6f3a1c-9d0f-4c1e-8b5a-7b522f6f3a03}", contracts = Contracts.WANTS_BOTH)
public final class WantsBoth implements nsIRunnable {

  public final nsIRunnable service;
  public final nsIRunnable instance;
  public final Provider<nsIRunnable> instances;
  public final Optional<nsIRunnable> present;
  public final Optional<nsIRunnable> absent;
  public final Xpcom xpcom;
  public final nsIServiceManager services;
  public final EventLoops loops;
  public final nsIObserverService unqualified;

  WantsBoth() {
    throw new AssertionError("the constructor without @Inject was called");
  }

  @Inject
  WantsBoth(
      @ContractId(Contracts.GREETER) nsIRunnable service,
      @ContractId(Contracts.COUNTER) nsIRunnable instance,
      @ContractId(Contracts.COUNTER) Provider<nsIRunnable> instances,
      @ContractId(Contracts.GREETER_ALIAS) Optional<nsIRunnable> present,
      @ContractId("@example.org/nobody;1") Optional<nsIRunnable> absent,
      Xpcom xpcom,
      nsIServiceManager services,
      EventLoops loops,
      Provider<nsIObserverService> unqualified) {
    this.service = service;
    this.instance = instance;
    this.instances = instances;
    this.present = present;
    this.absent = absent;
    this.xpcom = xpcom;
    this.services = services;
    this.loops = loops;
    this.unqualified = unqualified.get();
  }

  @Override
  public void run() {}
}
