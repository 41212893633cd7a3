package org.xpcom4j.registry.sample;

import org.xpcom4j.interfaces.nsIRunnable;
import org.xpcom4j.registry.component.Category;
import org.xpcom4j.registry.component.Component;
import org.xpcom4j.registry.component.Scope;

@Component(
    cid = "{" + Contracts.GREETER_CID + "}",
    contracts = {Contracts.GREETER, Contracts.GREETER_ALIAS},
    scope = Scope.SERVICE,
    categories = {
      @Category(name = "greetings", entry = "said-first"),
      @Category(name = "greetings", entry = "english", value = "service," + Contracts.GREETER_ALIAS)
    })
final class Greeter implements nsIRunnable {

  @Override
  public void run() {}
}
