package org.xpcom4j.registry.component;

/** What injection hands out for a component. */
public enum Scope {

  /**
   * A new object for each injection point, as {@code createInstance} makes it. {@code getService}
   * works all the same, as for every class in XPCOM, and gives one object.
   */
  INSTANCE,

  /**
   * The one object that {@code getService} gives. {@code createInstance} makes a new one all the
   * same, as for every class in XPCOM.
   */
  SERVICE
}
