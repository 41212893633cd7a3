package org.example.greeter;

import org.xpcom4j.registry.component.Component;
import org.xpcom4j.registry.component.Scope;

@Component(
    cid = "{3f0c9d52-7c1e-4a6b-8a43-5b1f2e7d9c10}",
    contracts = "@example.org/greeter;1",
    scope = Scope.SERVICE)
final class Greeter implements exIGreeter {
  @Override
  public String greet(String aName) {
    return "Hello, " + aName + "!";
  }
}
