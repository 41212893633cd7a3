package org.xpcom4j.necko.uri;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xpcom4j.interfaces.nsIURI;
import org.xpcom4j.result.Nsresult;
import org.xpcom4j.result.XpcomException;

/**
 * Gecko's standard URL with an authority, for ws, wss, http and https.
 *
 * <p>Every value it ever shows was parsed whole: a setter that fails leaves the old one. May be read
 * by any thread; setters belong to one thread at a time.
 */
public final class StandardUri implements nsIURI {
  /** Longest spec in bytes where the preference {@code network.standard-url.max-length} is unset. */
  public static final int DEFAULT_MAX_SPEC_BYTES = 1_048_576;

  private static final String UTF_8 = "UTF-8";

  private final UrlParser parser;
  private final String originCharset;
  private volatile ParsedUrl url;

  private StandardUri(UrlParser parser, String originCharset, ParsedUrl url) {
    this.parser = parser;
    this.originCharset = originCharset;
    this.url = url;
  }

  /**
   * Parses an absolute spec.
   *
   * @param spec the text
   * @param originCharset charset that the query is written in unless it is one of Unicode's; null,
   *     empty or unknown means UTF-8
   * @param maxSpecBytes a longer spec, in UTF-8, is refused, here and in the setters
   * @return the URI
   * @throws XpcomException {@code NS_ERROR_MALFORMED_URI}, with a caret under the character
   */
  public static StandardUri parse(String spec, @Nullable String originCharset, int maxSpecBytes) {
    String charset = originCharset == null || originCharset.isEmpty() ? UTF_8 : originCharset;
    UrlParser parser = new UrlParser(maxSpecBytes, queryCharset(charset));
    return new StandardUri(parser, charset, parser.parse(spec));
  }

  /**
   * Parses the scheme that a text begins with.
   *
   * @param text an absolute spec, or anything else
   * @return the scheme with its case kept
   * @throws XpcomException {@code NS_ERROR_MALFORMED_URI} when the text begins with none
   */
  public static String extractScheme(String text) {
    return findScheme(text)
        .orElseThrow(
            () -> {
              UrlText clean = UrlText.clean(text);
              int colon = clean.indexOfAny(":", 0, clean.length());
              return clean.malformed(
                  Math.max(0, clean.badSchemeCharacter(colon)),
                  "no scheme at the start",
                  "a scheme and a colon, as in wss://example.org/");
            });
  }

  /**
   * Finds the scheme that a text begins with.
   *
   * @param text an absolute spec, or anything else
   * @return the scheme with its case kept, empty when the text begins with none
   */
  public static Optional<String> findScheme(String text) {
    UrlText clean = UrlText.clean(text);
    int colon = clean.indexOfAny(":", 0, clean.length());
    boolean hasScheme = colon < clean.length() && clean.badSchemeCharacter(colon) < 0;
    return hasScheme ? Optional.of(clean.between(0, colon)) : Optional.empty();
  }

  @Override
  public String getSpec() {
    return url.spec();
  }

  @Override
  public void setSpec(@Nullable String aSpec) {
    url = parser.parse(given(aSpec, "spec"));
  }

  @Override
  public String getPrePath() {
    return url.prePath();
  }

  @Override
  public String getScheme() {
    return url.scheme();
  }

  @Override
  public void setScheme(@Nullable String aScheme) {
    UrlText text = new UrlText(given(aScheme, "scheme"));
    if (text.badSchemeCharacter(text.length()) >= 0) {
      throw new XpcomException(
          Nsresult.NS_ERROR_UNEXPECTED,
          "scheme must be a letter, then letters, digits, \"+\", \"-\" and \".\"");
    }
    url = parser.checkLength(url.withScheme(text.text().toLowerCase(Locale.ROOT)));
  }

  @Override
  public String getUserPass() {
    return url.userPass();
  }

  @Override
  public void setUserPass(@Nullable String aUserPass) {
    url = parser.checkLength(parser.withUserPass(url, given(aUserPass, "userPass")));
  }

  @Override
  public String getUsername() {
    return url.username();
  }

  @Override
  public void setUsername(@Nullable String aUsername) {
    String username = UrlPart.USERNAME.escape(given(aUsername, "username"));
    String password = username.isEmpty() ? "" : url.password();
    url = parser.checkLength(url.withUser(username, password));
  }

  @Override
  public String getPassword() {
    return url.password();
  }

  @Override
  public void setPassword(@Nullable String aPassword) {
    String password = UrlPart.PASSWORD.escape(given(aPassword, "password"));
    if (url.username().isEmpty() && !password.isEmpty()) {
      throw new XpcomException(
          Nsresult.NS_ERROR_FAILURE, "password needs a user\n  hint: set username first");
    }
    url = parser.checkLength(url.withUser(url.username(), password));
  }

  @Override
  public String getHostPort() {
    return url.hostPort();
  }

  /** Without a port in the text, the port stays as it is. */
  @Override
  public void setHostPort(@Nullable String aHostPort) {
    ParsedUrl current = url;
    url = parser.checkLength(withHostPort(given(aHostPort, "hostPort"), current.port()));
  }

  /** Without a port in the text, the port becomes the scheme's own. */
  @Override
  public void setHostAndPort(@Nullable String hostport) {
    url = parser.checkLength(withHostPort(given(hostport, "hostport"), -1));
  }

  @Override
  public String getHost() {
    return url.host().display();
  }

  /** Takes an IPv6 address with or without its brackets. */
  @Override
  public void setHost(@Nullable String aHost) {
    UrlText text = new UrlText(given(aHost, "host"));
    int end = text.indexOfAny("/\\?#", 0, text.length());
    refuseEmptyHost(end);
    if (text.at(0) != '[' && text.indexOfAny(":", 0, end) < end) {
      text = new UrlText("[" + text.between(0, end) + "]");
      end = text.length();
    }
    url = parser.checkLength(url.withHost(HostParser.parse(text, 0, end)));
  }

  @Override
  public int getPort() {
    return url.port();
  }

  @Override
  public void setPort(int aPort) {
    if (aPort < -1 || aPort > 65535) {
      throw new XpcomException(
          Nsresult.NS_ERROR_MALFORMED_URI,
          "port " + aPort + " is out of range\n  expected 0 to 65535, or -1 for the default");
    }
    url = parser.checkLength(url.withPort(aPort));
  }

  @Override
  public String getPath() {
    return url.path();
  }

  @Override
  public void setPath(@Nullable String aPath) {
    url = parser.checkLength(parser.withPath(url, given(aPath, "path")));
  }

  @Override
  public String getAsciiSpec() {
    return url.asciiSpec();
  }

  @Override
  public String getAsciiHostPort() {
    return url.asciiHostPort();
  }

  @Override
  public String getAsciiHost() {
    return url.host().ascii();
  }

  @Override
  public String getOriginCharset() {
    return originCharset;
  }

  @Override
  public String getRef() {
    return orEmpty(url.ref());
  }

  /** A leading hash is dropped; {@code "#"} alone gives an empty ref, {@code ""} none. */
  @Override
  public void setRef(@Nullable String aRef) {
    url = parser.checkLength(withRef(url, given(aRef, "ref")));
  }

  @Override
  public String getSpecIgnoringRef() {
    return url.specIgnoringRef();
  }

  @Override
  public boolean getHasRef() {
    return url.ref() != null;
  }

  @Override
  public String getFilePath() {
    return url.filePath();
  }

  @Override
  public void setFilePath(@Nullable String aFilePath) {
    url = parser.checkLength(parser.withFilePath(url, given(aFilePath, "filePath")));
  }

  @Override
  public String getQuery() {
    return orEmpty(url.query());
  }

  /** A leading question mark is dropped; {@code "?"} alone gives an empty query, {@code ""} none. */
  @Override
  public void setQuery(@Nullable String aQuery) {
    String query = given(aQuery, "query");
    boolean hasMark = query.startsWith("?");
    String escaped = parser.escapeQuery(hasMark ? query.substring(1) : query);
    url = parser.checkLength(url.withQuery(query.isEmpty() ? null : escaped));
  }

  @Override
  public boolean equals_(@Nullable nsIURI other) {
    return other(other) instanceof StandardUri uri && url.equals(uri.url);
  }

  @Override
  public boolean equalsExceptRef(@Nullable nsIURI other) {
    return other(other) instanceof StandardUri uri
        && url.withRef(null).equals(uri.url.withRef(null));
  }

  @Override
  public boolean schemeIs(@Nullable String scheme) {
    return url.scheme().equals(given(scheme, "scheme"));
  }

  @Override
  public nsIURI clone_() {
    return new StandardUri(parser, originCharset, url);
  }

  @Override
  public nsIURI cloneIgnoringRef() {
    return new StandardUri(parser, originCharset, url.withRef(null));
  }

  @Override
  public nsIURI cloneWithNewRef(@Nullable String newRef) {
    ParsedUrl changed = withRef(url, given(newRef, "newRef"));
    return new StandardUri(parser, originCharset, parser.checkLength(changed));
  }

  @Override
  public String resolve(@Nullable String relativePath) {
    return RelativeReference.resolve(url, given(relativePath, "relativePath"));
  }

  /** {@return the spec} */
  @Override
  public String toString() {
    return getSpec();
  }

  private ParsedUrl withHostPort(String hostPort, int portIfAbsent) {
    UrlText text = new UrlText(hostPort);
    int end = text.indexOfAny("/\\?#", 0, text.length());
    refuseEmptyHost(end);
    int hostEnd = UrlParser.hostEnd(text, 0, end);
    if (hostEnd == end - 1) {
      throw text.malformed(end, "port is missing after the colon", "a port, or no colon");
    }
    int port = hostEnd == end ? portIfAbsent : UrlParser.port(text, hostEnd, end);
    return url.withHost(HostParser.parse(text, 0, hostEnd)).withPort(port);
  }

  private static void refuseEmptyHost(int length) {
    if (length == 0) {
      throw new XpcomException(Nsresult.NS_ERROR_UNEXPECTED, "host must not be empty");
    }
  }

  private static ParsedUrl withRef(ParsedUrl url, String ref) {
    String bare = ref.startsWith("#") ? ref.substring(1) : ref;
    return url.withRef(ref.isEmpty() ? null : UrlPart.REF.escape(bare));
  }

  private static nsIURI other(@Nullable nsIURI other) {
    if (other == null) {
      throw new XpcomException(Nsresult.NS_ERROR_INVALID_ARG, "other must not be null");
    }
    return other;
  }

  private static String given(@Nullable String value, String name) {
    if (value == null) {
      throw new XpcomException(Nsresult.NS_ERROR_INVALID_ARG, name + " must not be null");
    }
    return value;
  }

  private static String orEmpty(@Nullable String value) {
    return value == null ? "" : value;
  }

  /** UTF-8 for Unicode charsets and for names that this JVM does not know. */
  private static Charset queryCharset(String name) {
    if (name.toUpperCase(Locale.ROOT).startsWith("UTF")) {
      return StandardCharsets.UTF_8;
    }
    try {
      Charset charset = Charset.forName(name);
      return charset.canEncode() ? charset : StandardCharsets.UTF_8;
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return StandardCharsets.UTF_8;
    }
  }
}
