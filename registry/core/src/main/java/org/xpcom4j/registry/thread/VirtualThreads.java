package org.xpcom4j.registry.thread;

import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes virtual threads, by reflection: this must load in a JVM that has none.
 *
 * @param ofVirtual {@code Thread.ofVirtual()}
 * @param name {@code Thread.Builder.name(String)}
 * @param unstarted {@code Thread.Builder.unstarted(Runnable)}
 */
record VirtualThreads(Method ofVirtual, Method name, Method unstarted) {

  private static final Logger LOG = LoggerFactory.getLogger(ThreadPool.class);

  /** Finds out whether the JVM has them (Java 21 and later); null if not. */
  static @Nullable VirtualThreads find() {
    try {
      Class<?> builder = Class.forName("java.lang.Thread$Builder");
      return new VirtualThreads(
          Thread.class.getMethod("ofVirtual"),
          builder.getMethod("name", String.class),
          builder.getMethod("unstarted", Runnable.class));
    } catch (ReflectiveOperationException none) {
      LOG.info("this JVM has no virtual threads: a pool takes platform threads");
      return null;
    }
  }

  Thread make(String threadName, Runnable work) {
    try {
      return (Thread) unstarted.invoke(name.invoke(ofVirtual.invoke(null), threadName), work);
    } catch (ReflectiveOperationException failure) {
      throw new IllegalStateException("the JVM makes no virtual thread", failure);
    }
  }
}
