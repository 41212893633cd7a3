package org.xpcom4j.necko.protocol;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import org.jspecify.annotations.Nullable;

/** A server's 101 to a checked request (RFC 6455, section 4.2.2): what it agrees to, and how it says so. */
public final class ServerAnswer {
  private final HandshakeKey key;
  private final Agreement agreement;
  private final @Nullable DeflateOffer accepted;

  private ServerAnswer(HandshakeKey key, Agreement agreement, @Nullable DeflateOffer accepted) {
    this.key = key;
    this.agreement = agreement;
    this.accepted = accepted;
  }

  /**
   * Chooses of what a client offers: the server's favourite subprotocol, and the client's favourite compression, within
   * what the server agrees to. That nothing fits is no reason to refuse.
   *
   * @param request what is asked for
   * @param policy what the server agrees to
   * @return the answer
   */
  public static ServerAnswer to(ClientRequest request, ServerPolicy policy) {
    DeflateParameters most = policy.deflate();
    DeflateOffer accepted =
        most == null || request.deflateOffers().isEmpty() ? null : request.deflateOffers().get(0);
    DeflateParameters deflate = most == null || accepted == null ? null : accepted.accepted(most);
    String protocol =
        policy.protocols().names().stream()
            .filter(request.protocols().names()::contains)
            .findFirst()
            .orElse("");
    return new ServerAnswer(request.key(), new Agreement(protocol, deflate), accepted);
  }

  /**
   * {@return what holds once the answer is sent}
   */
  public Agreement agreement() {
    return agreement;
  }

  /**
   * {@return the answer as it goes on the wire}
   */
  public byte[] encode() {
    StringBuilder head = new StringBuilder("HTTP/1.1 101 Switching Protocols\r\n");
    field(head, "Upgrade", "websocket");
    field(head, "Connection", "Upgrade");
    field(head, "Sec-WebSocket-Accept", key.accept());
    field(head, "Sec-WebSocket-Protocol", agreement.protocol());
    field(head, Extension.HEADER, extensions());
    return head.append("\r\n").toString().getBytes(ISO_8859_1);
  }

  private String extensions() {
    DeflateParameters deflate = agreement.deflate();
    return deflate == null || accepted == null ? "" : accepted.answer(deflate);
  }

  private static void field(StringBuilder head, String name, String value) {
    if (!value.isEmpty()) {
      head.append(name).append(": ").append(value).append("\r\n");
    }
  }
}
