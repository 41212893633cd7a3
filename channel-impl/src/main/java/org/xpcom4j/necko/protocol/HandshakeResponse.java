package org.xpcom4j.necko.protocol;

import static org.xpcom4j.result.Nsresult.NS_ERROR_ILLEGAL_VALUE;
import static org.xpcom4j.result.Nsresult.NS_ERROR_WEBSOCKET_CONNECTION_REFUSED;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Judges the answer to an opening request (RFC 6455, section 4.1), rule by rule in a fixed order. */
public final class HandshakeResponse {
  static final int SWITCHING_PROTOCOLS = 101;

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
    response.checkNoBody();
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
    if (!HeaderText.hasUpgrade(head.version())) {
      throw illegal("101 answer by " + head.version() + ", which has no upgrade");
    }
  }

  /** A 101 is its head; with the length of a body somebody on the way may take frames for one. */
  private void checkNoBody() throws HandshakeFailure {
    for (String name : List.of("Content-Length", "Transfer-Encoding")) {
      List<String> values = head.fields().values(name);
      boolean saysNone = name.equals("Content-Length") && values.equals(List.of("0"));
      if (!values.isEmpty() && !saysNone) {
        throw illegal(
            "101 answer with " + name + " " + quoted(values) + ", where no body may follow");
      }
    }
  }

  private void checkToken(String name, String token) throws HandshakeFailure {
    if (!head.fields().hasToken(name, token)) {
      List<String> values = head.fields().values(name);
      throw illegal(
          values.isEmpty()
              ? "101 answer without " + name
              : "101 answer whose " + name + " is " + quoted(values) + ", not " + token);
    }
  }

  private void checkAccept() throws HandshakeFailure {
    String value = single("Sec-WebSocket-Accept");
    String expected = request.key().accept();
    if (!expected.equals(value)) {
      throw illegal(
          value == null
              ? "101 answer without Sec-WebSocket-Accept"
              : "101 answer with Sec-WebSocket-Accept " + Quoted.of(value) + ", not " + expected);
    }
  }

  private String protocol() throws HandshakeFailure {
    String chosen = single("Sec-WebSocket-Protocol");
    if (chosen == null || chosen.isEmpty()) {
      return "";
    }
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
    String value = single(Extension.HEADER);
    List<Extension> extensions = value == null ? List.of() : Extension.parse(List.of(value));
    if (value == null || extensions.isEmpty()) {
      return null;
    }
    DeflateOffer offer = request.deflate();
    if (offer == null) {
      throw illegal("101 answer with extension " + Quoted.of(value) + ", and none was offered");
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
      throw illegal("101 answer that agrees twice: " + Quoted.of(value));
    }
    return DeflateParameters.parseAnswer(extensions.get(0), offer);
  }

  /** The value of a field that may stand once in an answer (RFC 6455, section 11.3), or null. */
  private @Nullable String single(String name) throws HandshakeFailure {
    List<String> values = head.fields().values(name);
    if (values.size() > 1) {
      throw illegal(
          "101 answer with " + name + " in " + values.size() + " fields: " + quoted(values));
    }
    return values.isEmpty() ? null : values.get(0);
  }

  private static String quoted(List<String> values) {
    return Quoted.of(String.join(", ", values));
  }

  private static HandshakeFailure illegal(String sentence) {
    return new HandshakeFailure(NS_ERROR_ILLEGAL_VALUE, sentence);
  }
}
