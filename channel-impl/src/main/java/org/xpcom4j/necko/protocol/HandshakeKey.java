package org.xpcom4j.necko.protocol;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.random.RandomGenerator;

/**
 * The key of one opening handshake: proves that the answer was made for this request (RFC 6455, section 4.1).
 *
 * @param text 16 random bytes in base64
 */
public record HandshakeKey(String text) {
  private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
  private static final int BYTES = 16;

  /**
   * Makes a fresh key.
   *
   * @param random where its bytes come from
   * @return a key for one request
   */
  public static HandshakeKey random(RandomGenerator random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return new HandshakeKey(Base64.getEncoder().encodeToString(bytes));
  }

  /**
   * {@return the value of Sec-WebSocket-Accept that answers this key}
   */
  public String accept() {
    byte[] digest = sha1().digest((text + GUID).getBytes(ISO_8859_1));
    return Base64.getEncoder().encodeToString(digest);
  }

  /** Tells whether the text is what it should be, in the one form that 16 bytes have. */
  boolean isSixteenBytes() {
    try {
      byte[] bytes = Base64.getDecoder().decode(text.getBytes(ISO_8859_1));
      return bytes.length == BYTES && Base64.getEncoder().encodeToString(bytes).equals(text);
    } catch (IllegalArgumentException e) {
      return false; // not base64
    }
  }

  private static MessageDigest sha1() {
    try {
      return MessageDigest.getInstance("SHA-1");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-1", e);
    }
  }
}
