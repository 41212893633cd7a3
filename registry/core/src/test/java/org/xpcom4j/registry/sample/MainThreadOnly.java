package org.xpcom4j.registry.sample;

import org.xpcom4j.interfaces.nsIClassInfo;
import org.xpcom4j.interfaces.nsIRunnable;
import org.xpcom4j.registry.component.Component;

/** Bound to the main thread. */
@Component(
    cid = Contracts.MAIN_ONLY_CID,
    contracts = Contracts.MAIN_ONLY,
    flags = nsIClassInfo.MAIN_THREAD_ONLY | nsIClassInfo.SINGLETON)
final class MainThreadOnly implements nsIRunnable {
  @Override
  public void run() {}
}
