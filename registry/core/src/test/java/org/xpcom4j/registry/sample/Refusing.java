package org.xpcom4j.registry.sample;

import static org.xpcom4j.result.Nsresult.NS_ERROR_NOT_AVAILABLE;

import org.xpcom4j.interfaces.nsIRunnable;
import org.xpcom4j.registry.component.Component;
import org.xpcom4j.result.XpcomException;

@Component(cid = "{8f6f3a1c-9d0f-4c1e-8b5a-7b522f6f3a05}", contracts = Contracts.REFUSING)
final class Refusing implements nsIRunnable {

  Refusing() {
    throw new XpcomException(NS_ERROR_NOT_AVAILABLE, "closed on Sundays");
  }

  @Override
  public void run() {}
}
