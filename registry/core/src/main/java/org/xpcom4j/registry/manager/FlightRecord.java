package org.xpcom4j.registry.manager;

/** One event of Java Flight Recorder that has begun, or nothing. */
interface FlightRecord {

  /**
   * Ends the event and keeps it, if it took long enough.
   *
   * @param askedAs the contract ID or class ID
   * @param className the class's binary name
   * @param result the nsresult
   */
  void end(Object askedAs, String className, long result);

  /** Nothing is recorded. */
  final class None implements FlightRecord {

    static final FlightRecord INSTANCE = new None();

    private None() {}

    @Override
    public void end(Object askedAs, String className, long result) {}
  }
}
