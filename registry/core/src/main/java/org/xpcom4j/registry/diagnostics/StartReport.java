package org.xpcom4j.registry.diagnostics;

import java.time.Duration;
import java.util.List;

/**
 * Where the time of a start went.
 *
 * @param tables the number of component tables
 * @param classes the number of classes in them
 * @param finding how long it took to find and load the tables
 * @param registering how long it took to register the classes
 * @param injector how long it took to make Guice's injector, zero if none was needed to start
 * @param services the services that exist now, in the order in which they were finished
 */
public record StartReport(
    int tables,
    int classes,
    Duration finding,
    Duration registering,
    Duration injector,
    List<MadeService> services) {

  /**
   * Keeps a copy of the list.
   *
   * @param tables the number of component tables
   * @param classes the number of classes in them
   * @param finding how long it took to find and load the tables
   * @param registering how long it took to register the classes
   * @param injector how long it took to make Guice's injector
   * @param services the services that exist now
   */
  public StartReport {
    services = List.copyOf(services);
  }
}
