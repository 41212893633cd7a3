package org.xpcom4j.necko.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a client asks a server for, once its request has been checked.
 *
 * @param host the name or address, and the port if one was given
 * @param target path and query, beginning with {@code /}
 * @param origin the Origin header for the server to judge, or empty
 * @param protocols the subprotocols on offer, the client's favourite first
 * @param deflateOffers the offers of permessage-deflate that make sense, the favourite first
 * @param key to be answered
 */
public record ClientRequest(
    String host,
    String target,
    String origin,
    Subprotocols protocols,
    List<DeflateOffer> deflateOffers,
    HandshakeKey key) {
  /**
   * Copies the lists.
   *
   * @param host as above
   * @param target as above
   * @param origin as above
   * @param protocols as above
   * @param deflateOffers as above
   * @param key as above
   */
  public ClientRequest {
    deflateOffers = List.copyOf(deflateOffers);
  }

  /**
   * Checks that a request asks for a WebSocket connection, rule by rule in a fixed order (RFC 6455, section 4.2.1).
   *
   * @param head what came
   * @return what it asks for
   * @throws RequestRefusal with the answer for the client, when a rule is broken
   */
  public static ClientRequest check(RequestHead head) throws RequestRefusal {
    return new Check(head).request();
  }

  private static final class Check {
    private static final Pattern HOST =
        Pattern.compile("(?:\\[[0-9A-Za-z:.%]+]|[\\w.~!$&'()*+,;=%-]+)(?::\\d{0,5})?");
    private static final Pattern ABSOLUTE =
        Pattern.compile("https?://(?<host>[^/?#]*)(?<rest>.*)", Pattern.CASE_INSENSITIVE);

    private final RequestHead head;

    Check(RequestHead head) {
      this.head = head;
    }

    ClientRequest request() throws RequestRefusal {
      checkVersionOfHttp();
      checkMethod();
      checkNoBody();
      String host = host();
      String target = target();
      checkUpgrade();
      checkVersionOfWebSocket();
      HandshakeKey key = key();
      String origin = single("Origin");
      return new ClientRequest(
          host, target, origin == null ? "" : origin, protocols(), deflateOffers(), key);
    }

    private void checkVersionOfHttp() throws RequestRefusal {
      if (!HeaderText.hasUpgrade(head.version())) {
        throw RequestRefusal.versionNotSupported(
            "request by " + head.version() + "; a WebSocket is opened by HTTP/1.1");
      }
    }

    private void checkMethod() throws RequestRefusal {
      if (!head.method().equals("GET")) {
        throw RequestRefusal.methodNotAllowed(
            "request with method " + Quoted.of(head.method()) + "; a WebSocket is opened by GET");
      }
    }

    /** With a body, somebody on the way may take frames for it, or it for frames. */
    private void checkNoBody() throws RequestRefusal {
      List<String> lengths = values("Content-Length");
      if (!lengths.isEmpty() && !lengths.equals(List.of("0"))) {
        throw RequestRefusal.badRequest(
            "request with Content-Length " + quoted(lengths) + ", where no body may follow");
      }
      List<String> codings = values("Transfer-Encoding");
      if (!codings.isEmpty()) {
        throw RequestRefusal.badRequest(
            "request with Transfer-Encoding " + quoted(codings) + ", where no body may follow");
      }
    }

    private String host() throws RequestRefusal {
      String host = needed("Host");
      Matcher absolute = ABSOLUTE.matcher(head.target());
      String named = absolute.matches() ? absolute.group("host") : host; // RFC 9112, section 3.2.2
      for (String each : List.of(host, named)) {
        if (!HOST.matcher(each).matches()) {
          throw RequestRefusal.badRequest(
              "request for host " + Quoted.of(each) + ", which is none");
        }
      }
      return named;
    }

    private String target() throws RequestRefusal {
      Matcher absolute = ABSOLUTE.matcher(head.target());
      String target = absolute.matches() ? absolute.group("rest") : head.target();
      if (absolute.matches() && !target.startsWith("/")) {
        target = "/" + target;
      }
      if (!target.startsWith("/") || target.indexOf('#') >= 0) {
        throw RequestRefusal.badRequest(
            "request for target " + Quoted.of(head.target()) + ", which is no path with a query");
      }
      return target;
    }

    private void checkUpgrade() throws RequestRefusal {
      if (!head.fields().hasToken("Upgrade", "websocket")) {
        throw RequestRefusal.upgradeRequired(
            "request "
                + described("Upgrade")
                + "; this is for WebSockets, which Upgrade: websocket asks for");
      }
      if (!head.fields().hasToken("Connection", "upgrade")) {
        throw RequestRefusal.badRequest(
            "request " + described("Connection") + ", where Upgrade belongs");
      }
    }

    private void checkVersionOfWebSocket() throws RequestRefusal {
      String version = needed("Sec-WebSocket-Version");
      if (!version.equals("13")) {
        throw RequestRefusal.upgradeRequired(
            "request with Sec-WebSocket-Version " + Quoted.of(version) + "; 13 is spoken here");
      }
    }

    private HandshakeKey key() throws RequestRefusal {
      HandshakeKey key = new HandshakeKey(needed("Sec-WebSocket-Key"));
      if (!key.isSixteenBytes()) {
        throw RequestRefusal.badRequest(
            "request with Sec-WebSocket-Key "
                + Quoted.of(key.text())
                + ", which is not 16 bytes in base64");
      }
      return key;
    }

    private Subprotocols protocols() throws RequestRefusal {
      List<String> names = new ArrayList<>();
      List<String> values = values("Sec-WebSocket-Protocol");
      for (String name : String.join(",", values).split(",", -1)) {
        String token = HeaderText.withoutBlanks(name);
        if (token.isEmpty()) {
          continue; // empty elements mean nothing (RFC 9110, section 5.6.1)
        }
        if (!HeaderText.isToken(token) || names.contains(token)) {
          throw RequestRefusal.badRequest(
              "request with Sec-WebSocket-Protocol "
                  + quoted(values)
                  + ", where "
                  + Quoted.of(token)
                  + (names.contains(token) ? " stands twice" : " is no token"));
        }
        names.add(token);
      }
      return new Subprotocols(names);
    }

    /** An offer that breaks the extension's rules is passed over, as RFC 7692, section 7.1, has it. */
    private List<DeflateOffer> deflateOffers() throws RequestRefusal {
      List<DeflateOffer> offers = new ArrayList<>();
      for (Extension extension : extensions()) {
        if (extension.name().equals(DeflateParameters.NAME)) {
          DeflateOffer.parseIfValid(extension).ifPresent(offers::add);
        }
      }
      return offers;
    }

    private List<Extension> extensions() throws RequestRefusal {
      try {
        return Extension.parse(values(Extension.HEADER));
      } catch (HandshakeFailure e) {
        throw RequestRefusal.badRequest("request whose " + e.getMessage());
      }
    }

    private List<String> values(String name) {
      return head.fields().values(name);
    }

    private String needed(String name) throws RequestRefusal {
      String value = single(name);
      if (value == null) {
        throw RequestRefusal.badRequest("request without " + name);
      }
      return value;
    }

    private @Nullable String single(String name) throws RequestRefusal {
      List<String> values = values(name);
      if (values.size() > 1) {
        throw RequestRefusal.badRequest(
            "request with " + name + " in " + values.size() + " fields: " + quoted(values));
      }
      return values.isEmpty() ? null : values.get(0);
    }

    private String described(String name) {
      List<String> values = values(name);
      return values.isEmpty() ? "without " + name : "whose " + name + " is " + quoted(values);
    }

    private static String quoted(List<String> values) {
      return Quoted.of(String.join(", ", values));
    }
  }
}
