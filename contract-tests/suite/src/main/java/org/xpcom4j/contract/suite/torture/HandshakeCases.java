package org.xpcom4j.contract.suite.torture;

import static org.xpcom4j.contract.suite.torture.Steps.expect;
import static org.xpcom4j.contract.suite.torture.Steps.text;
import static org.xpcom4j.contract.suite.torture.Steps.then;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.xpcom4j.contract.kit.websocket.Chunks;
import org.xpcom4j.contract.kit.websocket.Frame;
import org.xpcom4j.contract.kit.websocket.IncomingConnection;
import org.xpcom4j.contract.kit.websocket.Side;

/** The opening handshake: answers that open nothing, requests that must be refused, and odd ones that are right. */
final class HandshakeCases {
  private static final String UPGRADE = "Upgrade: websocket\r\n";
  private static final String CONNECTION = "Connection: Upgrade\r\n";
  private static final String STATUS = "HTTP/1.1 101 Switching Protocols\r\n";

  private HandshakeCases() {}

  static Stream<TortureCase> all() {
    return Stream.of(oddAnswers(), badAnswers(), oddRequests(), badRequests())
        .flatMap(cases -> cases);
  }

  private static Stream<TortureCase> oddAnswers() {
    return Stream.of(
        odd(
            "header-case",
            "header names and the words websocket and upgrade are read in any case",
            client ->
                STATUS
                    + "UPGRADE: WebSocket\r\nconnection: upgrade\r\nsec-websocket-accept: "
                    + client.acceptValue()
                    + "\r\n\r\n"),
        odd(
            "other-headers",
            "headers that mean nothing for WebSocket are passed over",
            client ->
                STATUS
                    + "Server: torture\r\nX-Empty:\r\nX-Long: "
                    + "y".repeat(4000)
                    + "\r\n"
                    + UPGRADE
                    + CONNECTION
                    + accept(client)
                    + "\r\n"),
        odd(
            "connection-list",
            "upgrade may be one of several words in Connection",
            client ->
                STATUS + UPGRADE + "Connection: keep-alive, Upgrade\r\n" + accept(client) + "\r\n"),
        odd(
            "reason-phrase",
            "the phrase behind status 101 does not count",
            client ->
                "HTTP/1.1 101 Very well then\r\n" + UPGRADE + CONNECTION + accept(client) + "\r\n"),
        odd(
                "octetwise",
                "an answer may arrive octet by octet",
                client -> STATUS + UPGRADE + CONNECTION + accept(client) + "\r\n")
            .opening(
                new Opening.OddAnswer(
                    client -> STATUS + UPGRADE + CONNECTION + accept(client) + "\r\n",
                    Chunks.SINGLE_OCTETS)),
        TortureCase.of(
                "handshake.answer.glued-frames",
                "4.1",
                "frames in the same packet as the answer are not lost",
                then(expect(text("glued"), text("again"))))
            .opening(new Opening.Glued(List.of(Frame.text("glued"), Frame.text("again"))))
            .onlyFor(Side.CLIENT));
  }

  private static TortureCase odd(
      String name, String rule, Function<IncomingConnection, String> answer) {
    return TortureCase.of(
            "handshake.answer." + name,
            "4.1",
            rule,
            then(Steps.send(Frame.text("open")), expect(text("open"))))
        .opening(new Opening.OddAnswer(answer, Chunks.WHOLE))
        .onlyFor(Side.CLIENT);
  }

  private static Stream<TortureCase> badAnswers() {
    return Stream.of(
        bad(
            "status-200",
            "an answer other than 101 opens nothing",
            good("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n")),
        bad(
            "status-404",
            "an answer other than 101 opens nothing",
            good("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n")),
        bad(
            "accept-missing",
            "an answer without Sec-WebSocket-Accept opens nothing",
            client -> STATUS + UPGRADE + CONNECTION + "\r\n"),
        bad(
            "accept-wrong",
            "an answer to another key opens nothing",
            client ->
                STATUS
                    + UPGRADE
                    + CONNECTION
                    + "Sec-WebSocket-Accept: AAAAAAAAAAAAAAAAAAAAAAAAAAA=\r\n\r\n"),
        bad(
            "accept-other-case",
            "Sec-WebSocket-Accept is compared with case",
            client ->
                STATUS
                    + UPGRADE
                    + CONNECTION
                    + "Sec-WebSocket-Accept: "
                    + swapCase(client.acceptValue())
                    + "\r\n\r\n"),
        bad(
            "upgrade-missing",
            "an answer without Upgrade opens nothing",
            client -> STATUS + CONNECTION + accept(client) + "\r\n"),
        bad(
            "upgrade-wrong",
            "an upgrade to something else opens nothing",
            client -> STATUS + "Upgrade: h2c\r\n" + CONNECTION + accept(client) + "\r\n"),
        bad(
            "connection-missing",
            "an answer without Connection opens nothing",
            client -> STATUS + UPGRADE + accept(client) + "\r\n"),
        bad(
            "connection-wrong",
            "an answer whose Connection does not say upgrade opens nothing",
            client -> STATUS + UPGRADE + "Connection: keep-alive\r\n" + accept(client) + "\r\n"),
        bad(
            "protocol-unasked",
            "a subprotocol that was not asked for fails the connection",
            extra("Sec-WebSocket-Protocol: x-never-asked-for\r\n")),
        bad(
            "extension-unasked",
            "an extension that was not offered fails the connection",
            extra("Sec-WebSocket-Extensions: x-never-offered\r\n")),
        bad("not-http", "what is no HTTP opens nothing", client -> "SSH-2.0-torture\r\n\r\n"));
  }

  private static TortureCase bad(
      String name, String rule, Function<IncomingConnection, String> answer) {
    return TortureCase.of("handshake.answer." + name, "4.1", rule)
        .opening(new Opening.BadAnswer(answer))
        .onlyFor(Side.CLIENT);
  }

  private static Stream<TortureCase> oddRequests() {
    return Stream.of(
        odd("octetwise", "a request may arrive octet by octet", Chunks.SINGLE_OCTETS, head -> head),
        odd(
            "header-case",
            "header names and the words websocket and upgrade are read in any case",
            Chunks.WHOLE,
            head ->
                head.replace("Upgrade: websocket", "UPGRADE: WebSocket")
                    .replace("Connection: Upgrade", "connection: upgrade")
                    .replace("Sec-WebSocket-", "sec-websocket-")),
        odd(
            "other-headers",
            "headers that mean nothing for WebSocket are passed over",
            Chunks.WHOLE,
            head ->
                head.replace(
                    UPGRADE, UPGRADE + "X-Empty:\r\nX-Long: " + "y".repeat(4000) + "\r\n")),
        odd(
            "connection-list",
            "upgrade may be one of several words in Connection",
            Chunks.WHOLE,
            head -> head.replace("Connection: Upgrade", "Connection: keep-alive, Upgrade")),
        odd(
            "extension-unknown",
            "an extension that the server does not know is not accepted",
            Chunks.WHOLE,
            head ->
                head.replace(UPGRADE, UPGRADE + "Sec-WebSocket-Extensions: x-unknown; a=1\r\n")));
  }

  private static TortureCase odd(
      String name, String rule, Chunks chunks, UnaryOperator<String> change) {
    return TortureCase.of(
            "handshake.request." + name,
            "4.2.1",
            rule,
            then(Steps.send(Frame.text("open")), expect(text("open"))))
        .opening(new Opening.OddRequest(server -> change.apply(server.request()), chunks))
        .onlyFor(Side.SERVER);
  }

  private static Stream<TortureCase> badRequests() {
    return Stream.of(
        request(
            "key-missing",
            "a request without Sec-WebSocket-Key is refused",
            request -> request.replaceAll("Sec-WebSocket-Key: [^\r]*\r\n", ""),
            400),
        request(
                "key-short",
                "a key that is not 16 octets is refused",
                request ->
                    request.replaceAll("Sec-WebSocket-Key: [^\r]*", "Sec-WebSocket-Key: c2hvcnQ="),
                400)
            .at(Level.RECOMMENDED),
        request(
            "version-12",
            "a version other than 13 is refused, best with 426",
            request -> request.replace("Version: 13", "Version: 12"),
            426,
            400),
        request(
            "version-missing",
            "a request without a version is refused",
            request -> request.replace("Sec-WebSocket-Version: 13\r\n", ""),
            400,
            426),
        request(
            "upgrade-missing",
            "a request without Upgrade opens no WebSocket",
            request -> request.replace(UPGRADE, ""),
            400,
            404,
            426),
        request(
            "connection-wrong",
            "a request whose Connection does not say upgrade opens no WebSocket",
            request -> request.replace(CONNECTION, "Connection: keep-alive\r\n"),
            400,
            404,
            426),
        request(
            "method-post",
            "only GET opens a WebSocket",
            request ->
                request
                    .replace("GET ", "POST ")
                    .replace(UPGRADE, "Content-Length: 0\r\n" + UPGRADE),
            400,
            403,
            404,
            405));
  }

  private static TortureCase request(
      String name, String rule, UnaryOperator<String> change, Integer... statuses) {
    return TortureCase.of("handshake.request." + name, "4.2.1", rule)
        .opening(new Opening.BadRequest(server -> change.apply(server.request()), Set.of(statuses)))
        .onlyFor(Side.SERVER);
  }

  private static Function<IncomingConnection, String> good(String status) {
    return client -> status + UPGRADE + CONNECTION + accept(client) + "\r\n";
  }

  private static Function<IncomingConnection, String> extra(String lines) {
    return client -> STATUS + UPGRADE + CONNECTION + accept(client) + lines + "\r\n";
  }

  private static String accept(IncomingConnection client) {
    return "Sec-WebSocket-Accept: " + client.acceptValue() + "\r\n";
  }

  private static String swapCase(String text) {
    return text.chars()
        .map(c -> Character.isUpperCase(c) ? Character.toLowerCase(c) : Character.toUpperCase(c))
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
