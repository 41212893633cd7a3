package org.xpcom4j.contract.suite.torture;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.xpcom4j.contract.kit.websocket.Chunks;
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
   * @param offers what our client offers, a header line each
   */
  record Compressed(Deflate answer, List<String> offers) implements Opening {}

  /** With an offer of permessage-deflate that a server has to decline; the WebSocket opens all the same. */
  record WrongOffer(String offer) implements Opening {}

  /** With frames in the same write as the server's answer. */
  record Glued(List<Frame> frames) implements Opening {}

  /** With an unusual answer that a client has to understand. */
  record OddAnswer(Function<IncomingConnection, String> answer, Chunks chunks) implements Opening {}

  /** With an unusual request that a server has to understand. */
  record OddRequest(Function<OutgoingConnection, String> request, Chunks chunks)
      implements Opening {}

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
