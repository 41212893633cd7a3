/**
 * A sample component-based host application, and the {@code xpcom} command. It names contract IDs
 * and frozen interfaces only: the components behind them are found at run time.
 */
module org.xpcom4j.contract.host {
  requires ch.qos.logback.classic;
  requires info.picocli;
  requires io.netty.codec.http;
  requires io.netty.common;
  requires io.netty.handler;
  requires io.netty.pkitesting;
  requires io.netty.transport;
  requires org.slf4j;
  requires org.xpcom4j.contract.suite;
  requires org.xpcom4j.interfaces;
  requires org.xpcom4j.registry;
  requires org.xpcom4j.registry.component;
  requires static org.jspecify;

  opens org.xpcom4j.contract.host.command to
      info.picocli;

  provides org.xpcom4j.registry.component.ComponentTable with
      org.example.greeter.Components;
}
