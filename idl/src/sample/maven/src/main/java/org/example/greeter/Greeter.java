package org.example.greeter;

/** Greets in English. */
public final class Greeter implements exIGreeter {
  /** Makes a greeter. */
  public Greeter() {}

  @Override
  public String greet(String aName) {
    return "Hello, " + aName + "!";
  }
}
