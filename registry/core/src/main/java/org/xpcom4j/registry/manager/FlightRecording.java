package org.xpcom4j.registry.manager;

import jdk.jfr.FlightRecorder;

/**
 * Begins events of Java Flight Recorder. A JVM need not have the recorder, and one that does not run
 * is not woken: its classes are touched only when somebody records.
 */
final class FlightRecording {

  private static final boolean IS_PRESENT = ModuleLayer.boot().findModule("jdk.jfr").isPresent();

  private FlightRecording() {}

  private static boolean isOn() {
    return IS_PRESENT && FlightRecorder.isInitialized();
  }

  static FlightRecord serviceCreation() {
    return isOn() ? new ServiceCreationEvent.Begun() : FlightRecord.None.INSTANCE;
  }

  static FlightRecord slowLookup() {
    return isOn() ? new SlowLookupEvent.Begun() : FlightRecord.None.INSTANCE;
  }
}
