package org.xpcom4j.necko.uri;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads URLs that have an authority, as Gecko's standard URL does: lenient in the number of slashes
 * and in what must be escaped, strict in user, host and port.
 */
final class UrlParser {
  private static final int MAX_PORT = 65535;
  private static final Set<String> BACKSLASH_SCHEMES =
      Set.of("http", "https", "ftp", "ws", "wss", "file", "gopher");

  private final int maxSpecBytes;
  private final Charset queryCharset;

  /**
   * Makes a parser.
   *
   * @param maxSpecBytes a longer spec, in UTF-8, is refused
   * @param queryCharset writes what is not ASCII in a query; elsewhere it is UTF-8
   */
  UrlParser(int maxSpecBytes, Charset queryCharset) {
    this.maxSpecBytes = maxSpecBytes;
    this.queryCharset = queryCharset;
  }

  /**
   * Parses an absolute spec.
   *
   * @throws org.xpcom4j.result.XpcomException NS_ERROR_MALFORMED_URI, pointing at the character
   */
  ParsedUrl parse(String spec) {
    UrlText text = UrlText.clean(spec);
    refuseTooLong(text, text.text());
    if (text.length() == 0) {
      throw text.malformed(0, "URL is empty", "a URL, as in wss://example.org/");
    }
    int colon = text.schemeEnd();
    String scheme = scheme(text, colon);
    if (BACKSLASH_SCHEMES.contains(scheme)) {
      text = text.withForwardSlashes();
    }
    int start = colon + 1;
    while (start < text.length() && text.at(start) == '/') {
      start++;
    }
    int end = text.indexOfAny("/?#", start, text.length());
    if (start == end) {
      throw text.malformed(start, "URL has no host", "a host, as in " + scheme + "://example.org/");
    }
    int at = text.text().lastIndexOf('@', end - 1);
    int hostStart = at < start ? start : at + 1;
    if (hostStart == end) {
      throw text.malformed(end, "user without a host", "a host after the @");
    }
    int hostEnd = hostEnd(text, hostStart, end);
    ParsedUrl bare =
        new ParsedUrl(
            scheme,
            "",
            "",
            HostParser.parse(text, hostStart, hostEnd),
            explicitPort(scheme, port(text, hostEnd, end)),
            "/",
            null,
            null);
    ParsedUrl url = withPath(withUserPass(bare, text, start, at), text.between(end, text.length()));
    return checkLength(url);
  }

  /** Replaces path, query and ref by those in the text, which may lack the leading slash. */
  ParsedUrl withPath(ParsedUrl url, String path) {
    int hash = path.indexOf('#');
    String beforeRef = hash < 0 ? path : path.substring(0, hash);
    int mark = beforeRef.indexOf('?');
    String file = mark < 0 ? beforeRef : beforeRef.substring(0, mark);
    return withFilePath(url, file)
        .withQuery(mark < 0 ? null : escapeQuery(beforeRef.substring(mark + 1)))
        .withRef(hash < 0 ? null : UrlPart.REF.escape(path.substring(hash + 1)));
  }

  /** Replaces the path up to the query; marks in the text are part of the path and escaped. */
  ParsedUrl withFilePath(ParsedUrl url, String file) {
    String absolute = file.startsWith("/") ? file : "/" + file;
    return url.withFilePath(UrlPart.PATH.escape(DotSegments.remove(absolute)));
  }

  /** Replaces user and password by {@code user:password} or {@code user}. */
  ParsedUrl withUserPass(ParsedUrl url, String userPass) {
    return withUserPass(url, new UrlText(userPass), 0, userPass.length());
  }

  String escapeQuery(String query) {
    return UrlPart.QUERY.escape(query, queryCharset);
  }

  /** The value itself, unless it got too long. */
  ParsedUrl checkLength(ParsedUrl url) {
    String spec = url.spec();
    refuseTooLong(new UrlText(spec), spec);
    return url;
  }

  /**
   * Where the host ends and the port may begin.
   *
   * @return index of the colon before the port, or {@code end}
   */
  static int hostEnd(UrlText text, int start, int end) {
    if (start < end && text.at(start) == '[') {
      int bracket = text.indexOfAny("]", start, end);
      if (bracket == end) {
        throw text.malformed(end, "bracket of the IPv6 address is not closed", "]");
      }
      if (bracket + 1 < end && text.at(bracket + 1) != ':') {
        throw text.malformed(bracket + 1, "text after the IPv6 address", "a colon and a port");
      }
      return bracket + 1;
    }
    return text.indexOfAny(":", start, end);
  }

  /**
   * Reads the port after the host.
   *
   * @param hostEnd what {@link #hostEnd} gave
   * @return the port, -1 when there is none
   */
  static int port(UrlText text, int hostEnd, int end) {
    if (hostEnd >= end - 1) {
      return -1;
    }
    int port = 0;
    for (int i = hostEnd + 1; i < end; i++) {
      char c = text.at(i);
      if (c < '0' || c > '9') {
        throw text.malformed(i, "port is not a number", "digits, as in example.org:8080");
      }
      port = port * 10 + c - '0';
      if (port > MAX_PORT) {
        throw text.malformed(hostEnd + 1, "port is too large", "a port up to " + MAX_PORT);
      }
    }
    return port;
  }

  /** The port as a spec shows it: -1 for the default of the scheme. */
  static int explicitPort(String scheme, int port) {
    return port == defaultPort(scheme) ? -1 : port;
  }

  /** The default port of a scheme, -1 when we know none. */
  static int defaultPort(String scheme) {
    return WebScheme.find(scheme).map(WebScheme::defaultPort).orElse(-1);
  }

  private static String scheme(UrlText text, int colon) {
    if (colon < 0) {
      throw text.malformed(0, "URL has no scheme", "a scheme, as in wss://example.org/");
    }
    int bad = text.badSchemeCharacter(colon);
    if (bad >= 0) {
      throw text.malformed(bad, "scheme has a forbidden character", "a scheme, as in wss:");
    }
    if (colon + 1 < text.length() && text.at(colon + 1) == ':') {
      throw text.malformed(colon + 1, "two colons after the scheme", "slashes, as in wss://");
    }
    return text.between(0, colon).toLowerCase(Locale.ROOT);
  }

  /** Takes the user between two indices; {@code end} before {@code start} means there is none. */
  private static ParsedUrl withUserPass(ParsedUrl url, UrlText text, int start, int end) {
    if (end <= start) {
      return url.withUser("", "");
    }
    int colon = text.indexOfAny(":", start, end);
    if (colon == start) {
      throw text.malformed(start, "password without a user", "a user before the colon");
    }
    String password = colon == end ? "" : text.between(colon + 1, end);
    return url.withUser(
        UrlPart.USERNAME.escape(text.between(start, colon)), UrlPart.PASSWORD.escape(password));
  }

  private void refuseTooLong(UrlText shown, @Nullable String spec) {
    if (spec == null || spec.length() <= maxSpecBytes / 3) {
      return; // a character has three bytes in UTF-8 at most
    }
    int bytes = spec.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > maxSpecBytes) {
      throw shown.malformed(
          0,
          "URL has " + bytes + " bytes",
          "at most " + maxSpecBytes + " (preference network.standard-url.max-length)");
    }
  }
}
