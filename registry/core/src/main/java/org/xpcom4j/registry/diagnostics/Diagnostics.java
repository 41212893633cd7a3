package org.xpcom4j.registry.diagnostics;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * Tells what a registry knows. Asking makes no component and loads no component class; it may load
 * their interfaces. May be used from any thread.
 */
public final class Diagnostics {

  private final Supplier<List<RegisteredClass>> classes;
  private final Resolver resolver;
  private final Supplier<StartReport> start;

  /** Finds the class behind what a constructor asks for. */
  @FunctionalInterface
  public interface Resolver {

    /**
     * Resolves what all classes ask for.
     *
     * @param all the classes
     * @return one for each parameter of each class
     */
    List<Dependency> resolve(List<RegisteredClass> all);
  }

  /**
   * Made by a registry.
   *
   * @param classes lists the classes
   * @param resolver finds what they ask for
   * @param start reports the start
   */
  public Diagnostics(
      Supplier<List<RegisteredClass>> classes, Resolver resolver, Supplier<StartReport> start) {
    this.classes = classes;
    this.resolver = resolver;
    this.start = start;
  }

  /**
   * Lists the registered classes.
   *
   * @return all of them, sorted by class name and class ID
   */
  public List<RegisteredClass> classes() {
    return classes.get();
  }

  /**
   * Finds classes by what a person may know of them.
   *
   * @param what a contract ID, a class ID with braces or without, the name of an interface, or of a
   *     class with or without its package
   * @return the classes, those that {@link #classes} lists first coming first; empty if there are none
   */
  public List<RegisteredClass> find(String what) {
    String id = what.replaceAll("[{}]", "").toLowerCase(Locale.ROOT);
    return classes().stream()
        .filter(
            each ->
                each.contracts().contains(what)
                    || each.covered().contains(what)
                    || each.cid().toString().equals(id)
                    || each.className().equals(what)
                    || each.simpleName().equals(what)
                    || each.interfaces().contains(what))
        .toList();
  }

  /**
   * Lists what the constructors of components ask for. Look-ups that a component makes later are not
   * known.
   *
   * @return one for each parameter of each class that tells them
   */
  public List<Dependency> dependencies() {
    return resolver.resolve(classes());
  }

  /**
   * Reports the start, and what was made since.
   *
   * @return durations and numbers
   */
  public StartReport start() {
    return start.get();
  }
}
