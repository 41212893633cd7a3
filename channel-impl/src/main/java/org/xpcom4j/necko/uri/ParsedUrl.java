package org.xpcom4j.necko.uri;

import org.jspecify.annotations.Nullable;

/**
 * A URL in parts, each escaped and normal as it stands in the spec.
 *
 * @param scheme in lower case
 * @param username empty when there is none
 * @param password empty when there is none
 * @param host the host
 * @param port the port, -1 when it is absent or the scheme's own
 * @param filePath the path up to the query, beginning with a slash
 * @param query without its mark; null when there is no mark
 * @param ref without its mark; null when there is no mark
 */
record ParsedUrl(
    String scheme,
    String username,
    String password,
    Host host,
    int port,
    String filePath,
    @Nullable String query,
    @Nullable String ref) {

  String userPass() {
    return password.isEmpty() ? username : username + ":" + password;
  }

  String hostPort() {
    return host.bracketedDisplay() + portSuffix();
  }

  String asciiHostPort() {
    return host.bracketedAscii() + portSuffix();
  }

  String prePath() {
    return start() + hostPort();
  }

  String path() {
    return pathIgnoringRef() + (ref == null ? "" : "#" + ref);
  }

  String spec() {
    return prePath() + path();
  }

  String asciiSpec() {
    return start() + asciiHostPort() + path();
  }

  String specIgnoringRef() {
    return prePath() + pathIgnoringRef();
  }

  ParsedUrl withScheme(String newScheme) {
    return new ParsedUrl(
        newScheme,
        username,
        password,
        host,
        UrlParser.explicitPort(newScheme, port),
        filePath,
        query,
        ref);
  }

  ParsedUrl withUser(String newUsername, String newPassword) {
    return new ParsedUrl(scheme, newUsername, newPassword, host, port, filePath, query, ref);
  }

  ParsedUrl withHost(Host newHost) {
    return new ParsedUrl(scheme, username, password, newHost, port, filePath, query, ref);
  }

  ParsedUrl withPort(int newPort) {
    int explicit = UrlParser.explicitPort(scheme, newPort);
    return new ParsedUrl(scheme, username, password, host, explicit, filePath, query, ref);
  }

  ParsedUrl withFilePath(String newFilePath) {
    return new ParsedUrl(scheme, username, password, host, port, newFilePath, query, ref);
  }

  ParsedUrl withQuery(@Nullable String newQuery) {
    return new ParsedUrl(scheme, username, password, host, port, filePath, newQuery, ref);
  }

  ParsedUrl withRef(@Nullable String newRef) {
    return new ParsedUrl(scheme, username, password, host, port, filePath, query, newRef);
  }

  private String start() {
    return scheme + "://" + (username.isEmpty() ? "" : userPass() + "@");
  }

  private String portSuffix() {
    return port < 0 ? "" : ":" + port;
  }

  private String pathIgnoringRef() {
    return query == null ? filePath : filePath + "?" + query;
  }
}
