package org.xpcom4j.registry.manager;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import org.xpcom4j.result.Nsresult;

/** The creation of a service, with that of what it needs. */
@Name("org.xpcom4j.ServiceCreation")
@Label("Service Creation")
@Category("XPCOM")
@Description("A service was made, or failed to be made")
final class ServiceCreationEvent extends Event {

  @Label("Asked As")
  @Description("The contract ID or class ID that the service was first asked for by")
  String askedAs = "";

  @Label("Class Name")
  String className = "";

  @Label("Result")
  @Description("The nsresult")
  String result = "";

  /** An event that has begun. */
  static final class Begun implements FlightRecord {

    private final ServiceCreationEvent event = new ServiceCreationEvent();

    Begun() {
      event.begin();
    }

    @Override
    public void end(Object askedAs, String className, long result) {
      event.end();
      if (event.shouldCommit()) {
        event.askedAs = Creation.id(askedAs);
        event.className = className;
        event.result = Nsresult.describe(result);
        event.commit();
      }
    }
  }
}
