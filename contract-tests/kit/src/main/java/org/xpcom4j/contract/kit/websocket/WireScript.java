package org.xpcom4j.contract.kit.websocket;

/** What a {@link ScriptedServer} does with a client. */
@FunctionalInterface
public interface WireScript {
  /**
   * Deals with one client, on a thread of its own; the socket is closed afterwards.
   *
   * @param client the client, whose request is read and not answered yet
   * @throws Exception when something goes wrong that the script does not expect; the server tells it when it is closed
   */
  void play(IncomingConnection client) throws Exception;
}
