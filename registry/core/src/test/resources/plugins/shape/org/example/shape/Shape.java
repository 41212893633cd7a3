package org.example.shape;

import org.xpcom4j.interfaces.nsISupports;
import org.xpcom4j.registry.component.Component;

@Component(cid = "{0f3f6a51-8f4f-4c0f-9d8c-6a5a2d9b1c41}", contracts = "@plugin.org/shape;1")
final class Shape implements exIShape {

  @Override
  public void observe(nsISupports subject, String topic, String data) {}
}
