package org.xpcom4j.necko.protocol;

import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xpcom4j.necko.protocol.MalformedHead.Fault;

/** The first line of a request (RFC 9112, section 3): three words with one blank between them. */
final class RequestLine implements HeadKind<RequestHead> {
  private static final Pattern SYNTAX =
      Pattern.compile("(?<method>[^ ]+) (?<target>[\\x21-\\x7E]+) (?<version>HTTP/\\d\\.\\d)");

  @Override
  public String noun() {
    return "request";
  }

  @Override
  public Function<HeaderFields, RequestHead> startLine(String line) throws MalformedHead {
    Matcher parts = SYNTAX.matcher(line);
    if (!parts.matches() || !HeaderText.isToken(parts.group("method"))) {
      throw new MalformedHead(
          Fault.SYNTAX, "request is not HTTP: its first line is " + Quoted.of(line));
    }
    return fields ->
        new RequestHead(
            parts.group("method"), parts.group("target"), parts.group("version"), fields);
  }
}
