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
        .map(value -> Arguments.of((Object) value.getBytes(ISO_8859_1)));
  }
}
