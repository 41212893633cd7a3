/**
 * The component manager, event loops and base services. Hosts start it with {@code Xpcom}; components
 * find it by injection.
 */
module org.xpcom4j.registry {
  requires com.google.common; // Guice is an automatic module and cannot ask for it
  requires transitive com.google.guice;
  requires static jdk.jfr; // events are told only where it is
  requires java.management; // who holds the lock that a service waits for
  requires org.jctools.core;
  requires static transitive org.jspecify;
  requires org.objectweb.asm; // classes for calls between languages
  requires transitive org.xpcom4j.interfaces;
  requires transitive org.xpcom4j.registry.component;
  requires org.slf4j;

  exports org.xpcom4j.registry;
  exports org.xpcom4j.registry.data;
  exports org.xpcom4j.registry.diagnostics;
  exports org.xpcom4j.registry.error;
  exports org.xpcom4j.registry.mozilla;
  exports org.xpcom4j.registry.plugin;
  exports org.xpcom4j.registry.reflect;
  exports org.xpcom4j.registry.thread;

  uses org.slf4j.spi.SLF4JServiceProvider; // only to see whether there is one
  uses org.xpcom4j.registry.component.ComponentTable;

  provides org.xpcom4j.registry.component.ComponentTable with
      org.xpcom4j.registry.category.Components,
      org.xpcom4j.registry.console.Components,
      org.xpcom4j.registry.error.Components,
      org.xpcom4j.registry.observer.Components,
      org.xpcom4j.registry.pref.Components,
      org.xpcom4j.registry.primitive.Components,
      org.xpcom4j.registry.reflect.Components,
      org.xpcom4j.registry.thread.Components,
      org.xpcom4j.registry.timer.Components;
}
