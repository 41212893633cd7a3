/** The WebSocket channel and what it stands on. Exports nothing: hosts reach it by contract ID. */
module org.xpcom4j.necko {
  requires io.netty.buffer;
  requires io.netty.codec;
  requires io.netty.common;
  requires io.netty.handler;
  requires io.netty.transport;
  requires io.netty.transport.classes.epoll;
  requires jakarta.inject;
  requires java.naming; // takes the names in certificates apart
  requires org.slf4j;
  requires org.xpcom4j.interfaces;
  requires org.xpcom4j.registry;
  requires org.xpcom4j.registry.component;
  requires static org.jspecify;

  provides org.xpcom4j.registry.component.ComponentTable with
      org.xpcom4j.necko.channel.Components,
      org.xpcom4j.necko.io.Components,
      org.xpcom4j.necko.loadgroup.Components,
      org.xpcom4j.necko.security.Components;
}
