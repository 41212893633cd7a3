package org.example.greeter;

import org.xpcom4j.registry.Xpcom;

/** Looks the greeter up by its contract ID and lets it greet. */
public final class HelloGreeter {
  private HelloGreeter() {}

  /**
   * Prints a greeting.
   *
   * @param args whom to greet
   */
  public static void main(String[] args) {
    try (Xpcom xpcom = Xpcom.start()) {
      exIGreeter greeter = xpcom.getService("@example.org/greeter;1", exIGreeter.class);
      System.out.println(greeter.greet(String.join(" ", args)));
    }
  }
}
