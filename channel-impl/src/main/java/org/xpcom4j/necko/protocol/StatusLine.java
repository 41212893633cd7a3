package org.xpcom4j.necko.protocol;

import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xpcom4j.necko.protocol.MalformedHead.Fault;

/** The first line of a response (RFC 9112, section 4). The blank behind the status may be missing, as it often is. */
final class StatusLine implements HeadKind<ResponseHead> {
  private static final Pattern SYNTAX =
      Pattern.compile(
          "(?<version>HTTP/\\d\\.\\d) (?<status>\\d{3})(?: (?<reason>.*))?",
          Pattern.DOTALL); // U+0085 is a letter of some phrase, and no end of a line

  @Override
  public String noun() {
    return "answer";
  }

  @Override
  public Function<HeaderFields, ResponseHead> startLine(String line) throws MalformedHead {
    Matcher parts = SYNTAX.matcher(line);
    if (!parts.matches()) {
      throw new MalformedHead(
          Fault.SYNTAX, "answer is not HTTP: its first line is " + Quoted.of(line));
    }
    int status = Integer.parseInt(parts.group("status"));
    String reason = parts.group("reason");
    return fields ->
        new ResponseHead(parts.group("version"), status, reason == null ? "" : reason, fields);
  }
}
