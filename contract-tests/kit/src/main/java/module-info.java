/**
 * What contract suites are written with. So far: a WebSocket peer that plays scripts, sends whatever bytes it is told to,
 * and judges what comes back. It knows no implementation.
 */
module org.xpcom4j.contract.kit {
  requires static transitive org.jspecify;

  exports org.xpcom4j.contract.kit.websocket;
}
