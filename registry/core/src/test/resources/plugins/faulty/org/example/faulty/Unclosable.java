package org.example.faulty;

import org.xpcom4j.interfaces.nsIRunnable;
import org.xpcom4j.registry.component.Component;
import org.xpcom4j.registry.component.Scope;

@Component(
    cid = "{0f3f6a51-8f4f-4c0f-9d8c-6a5a2d9b1c14}",
    contracts = "@plugin.org/unclosable;1",
    scope = Scope.SERVICE)
final class Unclosable implements nsIRunnable, AutoCloseable {

  @Override
  public void run() {}

  @Override
  public void close() {
    throw new IllegalStateException("will not close");
  }
}
