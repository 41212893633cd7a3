package org.xpcom4j.necko.protocol;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/**
 * The request opens no WebSocket connection, and what a server answers (RFC 6455, section 4.2.2). The answer closes the
 * connection, since nobody knows what the client would send next.
 */
public final class RequestRefusal extends Exception {
  private static final long serialVersionUID = 1;
  private static final String CLOSE = "Connection: close\r\n";

  /** The status code. */
  private final int status;

  /** The status line and the header lines that this status needs. */
  private final String lines;

  private RequestRefusal(int status, String reason, String fields, String sentence) {
    super(sentence, null, false, false); // a verdict on foreign text: its stack tells nothing
    this.status = status;
    this.lines = "HTTP/1.1 " + status + " " + reason + "\r\n" + fields;
  }

  static RequestRefusal badRequest(String sentence) {
    return new RequestRefusal(400, "Bad Request", CLOSE, sentence);
  }

  static RequestRefusal methodNotAllowed(String sentence) {
    return new RequestRefusal(405, "Method Not Allowed", "Allow: GET\r\n" + CLOSE, sentence);
  }

  static RequestRefusal upgradeRequired(String sentence) {
    String fields =
        "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\nConnection: Upgrade, close\r\n";
    return new RequestRefusal(426, "Upgrade Required", fields, sentence);
  }

  static RequestRefusal versionNotSupported(String sentence) {
    return new RequestRefusal(505, "HTTP Version Not Supported", CLOSE, sentence);
  }

  static RequestRefusal of(MalformedHead head) {
    return switch (head.fault()) {
      case SYNTAX -> badRequest(head.sentence());
      case START_LINE_TOO_LONG -> new RequestRefusal(414, "URI Too Long", CLOSE, head.sentence());
      case TOO_LARGE ->
          new RequestRefusal(431, "Request Header Fields Too Large", CLOSE, head.sentence());
    };
  }

  /**
   * {@return the status code of the answer}
   */
  public int status() {
    return status;
  }

  /**
   * {@return the answer as it goes on the wire; its body is the sentence}
   */
  public byte[] encode() {
    byte[] body = (sentence() + "\n").getBytes(UTF_8);
    String head =
        lines
            + "Content-Type: text/plain; charset=utf-8\r\nContent-Length: "
            + body.length
            + "\r\n\r\n";
    byte[] answer = Arrays.copyOf(head.getBytes(ISO_8859_1), head.length() + body.length);
    System.arraycopy(body, 0, answer, head.length(), body.length);
    return answer;
  }

  /** What was wrong, in one printable line. */
  String sentence() {
    String message = getMessage();
    return message == null ? "" : message;
  }
}
