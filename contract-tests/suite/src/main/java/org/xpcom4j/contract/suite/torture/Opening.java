package org.xpcom4j.contract.suite.torture;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.xpcom4j.contract.kit.websocket.Deflate;
import org.xpcom4j.contract.kit.websocket.Frame;
import org.xpcom4j.contract.kit.websocket.IncomingConnection;
import org.xpcom4j.contract.kit.websocket.OutgoingConnection;

/** How the connection of a case begins. */
sealed interface Opening {
  /** With a handshake as it should be, without extensions. */
  record Plain() implements Opening {}

  /**
   * With permessage-deflate.
   *
   * @param answer what our server answers, when the client offers the extension
   * @param offer what our client offers
   */
  record Compressed(Deflate answer, String offer) implements Opening {}

  /** With frames in the same write as the server's answer. */
  record Glued(List<Frame> frames) implements Opening {}

  /** With an unusual answer that a client has to understand. */
  record OddAnswer(Function<IncomingConnection, String> answer) implements Opening {}

  /** With an answer that no client may take for a WebSocket. */
  record BadAnswer(Function<IncomingConnection, String> answer) implements Opening {}

  /**
   * With a request that no server may accept.
   *
   * @param statuses HTTP status codes that fit; another one of a refusal is not strict
   */
  record BadRequest(Function<OutgoingConnection, String> request, Set<Integer> statuses)
      implements Opening {}
}
