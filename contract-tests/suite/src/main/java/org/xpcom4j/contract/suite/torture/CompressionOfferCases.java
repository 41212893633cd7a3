package org.xpcom4j.contract.suite.torture;

import static org.xpcom4j.contract.suite.torture.Steps.expect;
import static org.xpcom4j.contract.suite.torture.Steps.send;
import static org.xpcom4j.contract.suite.torture.Steps.text;
import static org.xpcom4j.contract.suite.torture.Steps.then;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.xpcom4j.contract.kit.websocket.Deflate;
import org.xpcom4j.contract.kit.websocket.Frame;
import org.xpcom4j.contract.kit.websocket.Side;

/** Offers of permessage-deflate to servers: what they ask for must be kept, and what is wrong declined. */
final class CompressionOfferCases {
  private static final String SECTION = "7.1 of RFC 7692";

  private CompressionOfferCases() {}

  static Stream<TortureCase> all() {
    return Stream.of(windows(), lists(), wrong()).flatMap(cases -> cases);
  }

  private static Stream<TortureCase> windows() {
    Stream<TortureCase> server =
        IntStream.rangeClosed(8, 15)
            .mapToObj(
                bits ->
                    accepted(
                        "server-window-" + bits,
                        "a server that accepts server_max_window_bits=" + bits + " keeps to it",
                        "permessage-deflate; server_max_window_bits=" + bits));
    Stream<TortureCase> client =
        IntStream.rangeClosed(8, 15)
            .mapToObj(
                bits ->
                    accepted(
                        "client-window-" + bits,
                        "a server that accepts client_max_window_bits="
                            + bits
                            + " asks for no more",
                        "permessage-deflate; client_max_window_bits=" + bits));
    Stream<TortureCase> others =
        Stream.of(
            accepted("nothing", "a plain offer is enough", "permessage-deflate"),
            accepted(
                "client-window",
                "client_max_window_bits may come without a value",
                "permessage-deflate; client_max_window_bits"),
            accepted(
                "server-fresh",
                "a server that accepts server_no_context_takeover keeps to it",
                "permessage-deflate; server_no_context_takeover"),
            accepted(
                "client-fresh",
                "a client may say that it takes no context over",
                "permessage-deflate; client_no_context_takeover"),
            accepted(
                "everything",
                "all parameters may come together, in any order",
                "permessage-deflate; client_max_window_bits; server_max_window_bits=10;"
                    + " client_no_context_takeover; server_no_context_takeover"),
            accepted(
                "spaces",
                "there may be white space around parameters, and none",
                "permessage-deflate;server_no_context_takeover  ;  client_max_window_bits"));
    return Stream.of(server, client, others).flatMap(cases -> cases);
  }

  private static Stream<TortureCase> lists() {
    return Stream.of(
        accepted(
            "list.unknown-first",
            "an extension that the server does not know is passed over",
            "x-unknown; a=1, permessage-deflate"),
        accepted(
            "list.small-window-first",
            "one of several offers is answered, and kept to",
            "permessage-deflate; server_max_window_bits=9, permessage-deflate"),
        accepted(
            "list.fresh-last",
            "one of several offers is answered, and kept to",
            "permessage-deflate; client_max_window_bits,"
                + " permessage-deflate; server_no_context_takeover; server_max_window_bits=8"),
        accepted(
            "list.wrong-first",
            "behind a wrong offer, a good one may be accepted",
            "permessage-deflate; server_max_window_bits=7, permessage-deflate"),
        accepted(
            "list.two-headers",
            "offers may come in several header lines",
            "permessage-deflate; server_max_window_bits=9",
            "permessage-deflate; client_max_window_bits"),
        accepted(
            "list.unknown-in-first-header",
            "offers may come in several header lines",
            "x-unknown",
            "permessage-deflate"));
  }

  private static TortureCase accepted(String name, String rule, String... offers) {
    return TortureCase.of("compression.offer." + name, SECTION, rule, CompressionCases.exchange())
        .opening(new Opening.Compressed(Deflate.PLAIN, List.of(offers)))
        .onlyFor(Side.SERVER);
  }

  private static Stream<TortureCase> wrong() {
    return Stream.of(
        wrong("unknown-parameter", "; x-unknown=1"),
        wrong("repeated-parameter", "; server_no_context_takeover; server_no_context_takeover"),
        wrong("server-bits-7", "; server_max_window_bits=7"),
        wrong("server-bits-16", "; server_max_window_bits=16"),
        wrong("server-bits-none", "; server_max_window_bits"),
        wrong("server-bits-word", "; server_max_window_bits=many"),
        wrong("server-bits-leading-zero", "; server_max_window_bits=08"),
        wrong("client-bits-7", "; client_max_window_bits=7"),
        wrong("client-bits-16", "; client_max_window_bits=16"),
        wrong("client-bits-leading-zero", "; client_max_window_bits=09"),
        wrong("takeover-value", "; client_no_context_takeover=1"));
  }

  private static TortureCase wrong(String name, String parameters) {
    return TortureCase.of(
            "compression.offer.wrong." + name,
            SECTION,
            "an offer with \"" + parameters + "\" is declined",
            then(send(Frame.text("not compressed")), expect(text("not compressed"))))
        .opening(new Opening.WrongOffer(Deflate.NAME + parameters))
        .onlyFor(Side.SERVER);
  }
}
