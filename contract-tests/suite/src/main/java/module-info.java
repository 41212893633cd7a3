/**
 * Suites that any endpoint can be put under. So far: the WebSocket torture engine, which plays over 800 hostile cases
 * to a client or to a server and reports what becomes of them.
 */
module org.xpcom4j.contract.suite {
  requires transitive org.xpcom4j.contract.kit;
  requires static org.jspecify;

  exports org.xpcom4j.contract.suite.torture;
  exports org.xpcom4j.contract.suite.torture.report;
}
