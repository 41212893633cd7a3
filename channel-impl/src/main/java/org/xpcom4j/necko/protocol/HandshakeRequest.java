package org.xpcom4j.necko.protocol;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The request that opens a WebSocket connection (RFC 6455, section 4.1), checked so that none of its values can add a
 * header of its own: the constructor throws {@code NS_ERROR_ILLEGAL_VALUE} for one that may not stand in its place.
 * Strings are ISO-8859-1, a byte a character.
 *
 * @param host the Host header: the name, an IPv6 address in brackets, and the port unless it is the scheme's default
 * @param target path and query
 * @param userAgent the User-Agent header
 * @param origin the Origin header, or empty for none
 * @param protocols the subprotocols on offer
 * @param deflate the offer to compress messages, or null for none
 * @param key the key of this request
 */
public record HandshakeRequest(
    String host,
    String target,
    String userAgent,
    String origin,
    Subprotocols protocols,
    @Nullable DeflateOffer deflate,
    HandshakeKey key) {
  /**
   * Checks the values.
   *
   * @param host the Host header
   * @param target path and query
   * @param userAgent the User-Agent header
   * @param origin the Origin header, or empty
   * @param protocols the offer
   * @param deflate the offer, or null
   * @param key the key
   */
  public HandshakeRequest {
    HeaderText.checkValue("Host", host);
    HeaderText.checkTarget(target);
    HeaderText.checkValue("User-Agent", userAgent);
    HeaderText.checkValue("Origin", origin);
    requireNonNull(protocols);
    requireNonNull(key);
  }

  /**
   * {@return the request head as it goes on the wire}
   */
  public byte[] encode() {
    StringBuilder head = new StringBuilder("GET ").append(target).append(" HTTP/1.1\r\n");
    field(head, "Host", host);
    field(head, "User-Agent", userAgent);
    field(head, "Accept", "*/*");
    field(head, "Sec-WebSocket-Version", "13");
    field(head, "Origin", origin);
    field(head, "Sec-WebSocket-Protocol", protocols.headerValue());
    field(head, Extension.HEADER, deflate == null ? "" : deflate.headerValue());
    field(head, "Sec-WebSocket-Key", key.text());
    field(head, "Connection", "keep-alive, Upgrade");
    field(head, "Pragma", "no-cache");
    field(head, "Cache-Control", "no-cache");
    field(head, "Upgrade", "websocket");
    return head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  private static void field(StringBuilder head, String name, String value) {
    if (!value.isEmpty()) {
      head.append(name).append(": ").append(value).append("\r\n");
    }
  }
}
