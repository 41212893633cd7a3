package org.xpcom4j.registry.manager;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Threshold;
import org.xpcom4j.result.Nsresult;

/** A look-up that kept its caller waiting: it made the service, or waited for who made it. */
@Name("org.xpcom4j.SlowLookup")
@Label("Slow Look-Up")
@Category("XPCOM")
@Description("A service was not there and kept its caller waiting")
@Threshold("10 ms")
final class SlowLookupEvent extends Event {

  @Label("Asked As")
  @Description("The contract ID or class ID that was looked up")
  String askedAs = "";

  @Label("Class Name")
  String className = "";

  @Label("Result")
  @Description("The nsresult")
  String result = "";

  /** An event that has begun. */
  static final class Begun implements FlightRecord {

    private final SlowLookupEvent event = new SlowLookupEvent();

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
