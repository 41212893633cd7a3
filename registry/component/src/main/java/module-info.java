/**
 * What a component says about itself: its annotations, its contract IDs, the table that lists it,
 * and the annotation processor that checks the one and writes the other.
 */
module org.xpcom4j.registry.component {
  requires transitive jakarta.inject;
  requires static java.compiler; // the processor's; nothing of it is used at run time
  requires static transitive org.jspecify;
  requires transitive org.xpcom4j.interfaces;

  exports org.xpcom4j.registry.component;
  exports org.xpcom4j.registry.contract;

  provides javax.annotation.processing.Processor with
      org.xpcom4j.registry.component.processor.ComponentProcessor;
}
