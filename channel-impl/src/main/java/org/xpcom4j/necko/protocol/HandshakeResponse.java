package org.xpcom4j.necko.protocol;

import static org.xpcom4j.result.Nsresult.NS_ERROR_ILLEGAL_VALUE;
import static org.xpcom4j.result.Nsresult.NS_ERROR_WEBSOCKET_CONNECTION_REFUSED;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Judges the answer to an opening request (RFC 6455, section 4.1), rule by rule in a fixed order. */
public final class HandshakeResponse {
  private static final int SWITCHING_PROTOCOLS = 101;

  private final HandshakeRequest request;
  private final ResponseHead head;

  private HandshakeResponse(HandshakeRequest request, ResponseHead head) {
    this.request = request;
    this.head = head;
  }

  /**
   * Checks that an answer opens the connection that was asked for.
   *
   * @param request what was asked
   * @param head what came back
   * @return what was agreed on
   * @throws HandshakeFailure {@code NS_ERROR_WEBSOCKET_CONNECTION_REFUSED} when the status is not 101, {@code
   *     NS_ERROR_ILLEGAL_VALUE} when a 101 breaks a rule
   */
  public static Agreement check(HandshakeRequest request, ResponseHead head)
      throws HandshakeFailure {
    HandshakeResponse response = new HandshakeResponse(request, head);
    response.checkStatus();
    response.checkVersion();
    response.checkToken("Upgrade", "websocket");
    response.checkToken("Connection", "upgrade");
    response.checkAccept();
    String protocol = response.protocol();
    return new Agreement(protocol, response.deflate());
  }

  private void checkStatus() throws HandshakeFailure {
    if (head.status() != SWITCHING_PROTOCOLS) {
      String reason = head.reason().isEmpty() ? "" : " " + Quoted.of(head.reason());
      throw new HandshakeFailure(
          NS_ERROR_WEBSOCKET_CONNECTION_REFUSED,
          "server answered " + head.status() + reason + " where 101 opens a WebSocket");
    }
  }

  private void checkVersion() throws HandshakeFailure {
    if (head.version().equals("HTTP/1.0")) {
      throw illegal("101 answer by HTTP/1.0, which has no upgrade");
    }
  }

  private void checkToken(String name, String token) throws HandshakeFailure {
    if (head.tokens(name).stream().noneMatch(token::equalsIgnoreCase)) {
      List<String> values = head.values(name);
      throw illegal(
          values.isEmpty()
              ? "101 answer without " + name
              : "101 answer whose " + name + " is " + quoted(values) + ", not " + token);
    }
  }

  private void checkAccept() throws HandshakeFailure {
    List<String> values = head.values("Sec-WebSocket-Accept");
    String expected = request.key().accept();
    if (!values.equals(List.of(expected))) {
      throw illegal(
          values.isEmpty()
              ? "101 answer without Sec-WebSocket-Accept"
              : "101 answer with Sec-WebSocket-Accept " + quoted(values) + ", not " + expected);
    }
  }

  private String protocol() throws HandshakeFailure {
    List<String> values = head.values("Sec-WebSocket-Protocol");
    if (values.isEmpty() || values.equals(List.of(""))) {
      return "";
    }
    if (values.size() > 1) {
      throw illegal("101 answer with several subprotocols: " + quoted(values));
    }
    String chosen = values.get(0);
    if (!request.protocols().names().contains(chosen)) {
      throw illegal(
          "101 answer with subprotocol "
              + Quoted.of(chosen)
              + (request.protocols().names().isEmpty()
                  ? ", and none was asked for"
                  : ", which is none of " + request.protocols().headerValue()));
    }
    return chosen;
  }

  private @Nullable DeflateParameters deflate() throws HandshakeFailure {
    List<String> values = head.values(Extension.HEADER);
    List<Extension> extensions = Extension.parse(values);
    if (extensions.isEmpty()) {
      return null;
    }
    DeflateOffer offer = request.deflate();
    if (offer == null) {
      throw illegal("101 answer with extension " + quoted(values) + ", and none was offered");
    }
    for (Extension extension : extensions) {
      if (!extension.name().equals(DeflateParameters.NAME)) {
        throw illegal(
            "101 answer with extension "
                + Quoted.of(extension.name())
                + ", and only "
                + DeflateParameters.NAME
                + " was offered");
      }
    }
    if (extensions.size() > 1) {
      throw illegal("101 answer that agrees twice: " + quoted(values));
    }
    return DeflateParameters.parseAnswer(extensions.get(0), offer);
  }

  private static String quoted(List<String> values) {
    return Quoted.of(String.join(", ", values));
  }

  private static HandshakeFailure illegal(String sentence) {
    return new HandshakeFailure(NS_ERROR_ILLEGAL_VALUE, sentence);
  }
}
