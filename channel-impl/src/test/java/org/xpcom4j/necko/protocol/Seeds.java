package org.xpcom4j.necko.protocol;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Where the search for inputs that break something begins. */
final class Seeds {
  private Seeds() {}

  /** A byte that chooses role, compression and cuts, then frames. */
  static Stream<Arguments> frames() {
    return Stream.of(
            "00 8103616263 890178 8A00 8802 03E8",
            "04 0101 F0 0000 0002 9F8E 8001 88 827E007E" + "00".repeat(126),
            "02 C107 F248CDC9C90700 C105 F200110000 8800",
            "06 4103 F248CD 8900 8004 C9C90700",
            "0A C10B 000500FAFF48656C6C6F00 C101 00",
            "01 8185 37FA213D 7F9F4D5158 8980 00000000 8882 00000000 03E8",
            "05 0182 01020304 6061 8080 00000000",
            "00 827F 7FFFFFFFFFFFFFFF 00",
            "00 8804 03E8 C328")
        .map(hex -> Arguments.of((Object) HexFormat.of().parseHex(hex.replace(" ", ""))));
  }

  /** A byte that chooses what was agreed on, then messages: kind, size, times and content of each. */
  static Stream<Arguments> messages() {
    return Stream.of(
            "00 01 03 00 616263 02 03 01 010203",
            "FF 01 05 7F C3A4E282AC 01 00 00 02 04 FF 00000000",
            "1B 02 08 FF 0102030405060708 03 02 00 6869 02 08 FF 0102030405060708",
            "E4 01 02 FF EDA0 02 01 FF 78")
        .map(hex -> Arguments.of((Object) HexFormat.of().parseHex(hex.replace(" ", ""))));
  }

  /** Values of Sec-WebSocket-Extensions. */
  static Stream<Arguments> extensions() {
    return Stream.of(
            "permessage-deflate",
            "permessage-deflate; client_max_window_bits=\"9\"; server_no_context_takeover",
            "a;b=\"c\\d\" , permessage-deflate;server_max_window_bits = 10,,",
            "permessage-deflate; client_no_context_takeover; server_max_window_bits=15")
        .map(Seeds::bytes);
  }

  /** A byte that chooses requests or responses and cuts, then heads. */
  static Stream<Arguments> heads() {
    return Stream.of(
            "\0HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nX:\t\r\n\r\n",
            "\2HTTP/1.1 100\r\n\r\nHTTP/1.0 200 OK\r\nA: b\r\n c\r\n\r\n",
            "\1GET /a?b HTTP/1.1\r\nHost: h\r\nA : b\r\n\r\n",
            "\3GET http://h/ HTTP/1.1\r\nA: \u00E4\0\r\n\r\n",
            "\5GET / HTTP/1.1\nHost: h\rx")
        .map(Seeds::bytes);
  }

  /** A byte that chooses the end and what a server agrees to, then what the other end says. */
  static Stream<Arguments> handshakes() {
    String asked =
        """
        Host: example.org
        Upgrade: websocket
        Connection: Upgrade
        Sec-WebSocket-Version: 13
        Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==
        """
            .replace("\n", "\r\n");
    String answered =
        """
        HTTP/1.1 101 Switching Protocols
        Upgrade: websocket
        Connection: Upgrade
        Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=
        """
            .replace("\n", "\r\n");
    return Stream.of(
            "\1GET /feed?x=1 HTTP/1.1\r\n" + asked + "Origin: http://o\r\n\r\n",
            "\u007FGET https://h:1/ HTTP/1.1\r\n"
                + asked
                + "Sec-WebSocket-Protocol: a, b\r\n"
                + "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits\r\n\r\n",
            "\1POST * HTTP/1.0\r\n" + asked + "Content-Length: 1\r\n\r\n",
            "\0" + answered + "Sec-WebSocket-Protocol: b\r\n\r\n",
            "\0HTTP/1.1 103 Early Hints\r\n\r\n"
                + answered
                + "Sec-WebSocket-Extensions: permessage-deflate; server_max_window_bits=9\r\n\r\n",
            "\0HTTP/1.1 404 Not Found\r\n\r\n")
        .map(Seeds::bytes);
  }

  /** A byte that chooses the cuts, then a compressed message without its tail. */
  static Stream<Arguments> compressed() {
    return Stream.of(
            "00 F248CDC9C90700",
            "03 F200110000",
            "01 000500FAFF48656C6C6F00",
            "0F F348CDC9C9070000 F248CDC9C90700",
            "02 ECC1010100000080901FFD01",
            "04 AA560800 FFFF")
        .map(hex -> Arguments.of((Object) HexFormat.of().parseHex(hex.replace(" ", ""))));
  }

  private static Arguments bytes(String text) {
    return Arguments.of((Object) text.getBytes(ISO_8859_1));
  }
}
