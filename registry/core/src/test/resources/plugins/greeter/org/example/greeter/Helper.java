package org.example.greeter;

import jakarta.inject.Inject;
import jakarta.inject.Provider;
import org.xpcom4j.interfaces.nsIObserverService;
import org.xpcom4j.registry.Xpcom;
import org.xpcom4j.registry.component.ContractId;

/** No component: Guice makes it. */
final class Helper {

  private final Words words;

  @Inject
  Helper(
      Words words,
      Xpcom xpcom,
      Provider<Words> later,
      @ContractId("@mozilla.org/observer-service;1") nsIObserverService observers) {
    this.words = words;
  }

  String words() {
    return words.toString();
  }

  /** Needs nothing. */
  static final class Words {
    @Inject
    Words() {}

    @Override
    public String toString() {
      return "hello from the plug-in";
    }
  }
}
