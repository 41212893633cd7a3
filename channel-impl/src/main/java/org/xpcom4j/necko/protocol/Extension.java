package org.xpcom4j.necko.protocol;

import static org.xpcom4j.result.Nsresult.NS_ERROR_ILLEGAL_VALUE;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One element of {@code Sec-WebSocket-Extensions} (RFC 6455, section 9.1).
 *
 * @param name the extension
 * @param parameters in their order
 */
record Extension(String name, List<Parameter> parameters) {
  static final String HEADER = "Sec-WebSocket-Extensions";

  /**
   * One parameter.
   *
   * @param name a token
   * @param value a token, without its quotes; null when there is none
   */
  record Parameter(String name, @Nullable String value) {
    @Override
    public String toString() {
      return value == null ? name : name + "=" + value;
    }
  }

  /** Reads all elements of all fields of the header. */
  static List<Extension> parse(List<String> values) throws HandshakeFailure {
    return new Parser(String.join(", ", values)).list();
  }

  private static final class Parser {
    private final String text;
    private int at;

    Parser(String text) {
      this.text = text;
    }

    List<Extension> list() throws HandshakeFailure {
      List<Extension> extensions = new ArrayList<>();
      while (true) {
        while (found(',')) { // empty elements mean nothing (RFC 9110, section 5.6.1)
        }
        if (at == text.length()) {
          return extensions;
        }
        extensions.add(element());
        if (at < text.length() && !found(',')) {
          throw expected("\",\" or \";\"");
        }
      }
    }

    private Extension element() throws HandshakeFailure {
      String name = token("the name of an extension");
      List<Parameter> parameters = new ArrayList<>();
      while (found(';')) {
        String parameter = token("the name of a parameter");
        parameters.add(new Parameter(parameter, found('=') ? value() : null));
      }
      return new Extension(name, List.copyOf(parameters));
    }

    private String value() throws HandshakeFailure {
      if (!found('"')) {
        return token("a value");
      }
      int from = at - 1;
      StringBuilder value = new StringBuilder();
      while (at < text.length() && text.charAt(at) != '"') {
        if (text.charAt(at) == '\\' && at + 1 < text.length()) {
          at++;
        }
        value.append(text.charAt(at++));
      }
      if (at == text.length()) {
        throw expected("the closing quote");
      }
      at++;
      if (!HeaderText.isToken(value.toString())) { // quoted or not, it is a token
        at = from;
        throw expected("a token between the quotes");
      }
      skipBlanks();
      return value.toString();
    }

    private String token(String what) throws HandshakeFailure {
      int from = at;
      while (at < text.length() && HeaderText.isTokenCharacter(text.charAt(at))) {
        at++;
      }
      if (at == from) {
        throw expected(what);
      }
      String token = text.substring(from, at);
      skipBlanks();
      return token;
    }

    private boolean found(char mark) {
      skipBlanks();
      if (at == text.length() || text.charAt(at) != mark) {
        return false;
      }
      at++;
      if (mark != '"') { // what is quoted begins behind the quote
        skipBlanks();
      }
      return true;
    }

    private void skipBlanks() {
      while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
        at++;
      }
    }

    private HandshakeFailure expected(String what) {
      return new HandshakeFailure(
          NS_ERROR_ILLEGAL_VALUE,
          HEADER + " " + Quoted.of(text) + " should have " + what + " at index " + at);
    }
  }
}
