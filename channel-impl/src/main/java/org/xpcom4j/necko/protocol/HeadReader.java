package org.xpcom4j.necko.protocol;

import io.netty.buffer.ByteBuf;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.xpcom4j.necko.protocol.MalformedHead.Fault;

/**
 * Reads heads of HTTP/1.1 messages (RFC 9112) from buffers that may be cut at any byte. It repairs nothing: what the next
 * reader could take for something else is refused, each with words of its own. Bytes behind a head stay in the buffer.
 * Belongs to one thread, and ends with the first fault.
 *
 * @param <H> what a head becomes
 */
public final class HeadReader<H> {
  private final HeadKind<H> kind;
  private final HeadLimits limits;

  private final StringBuilder line = new StringBuilder();
  private final List<HeaderFields.Field> fields = new ArrayList<>();
  private @Nullable Function<HeaderFields, H> startLine; // null until it has been read
  private boolean isReturnSeen; // the line ends, if a line feed follows
  private int headBytes;

  private HeadReader(HeadKind<H> kind, HeadLimits limits) {
    this.kind = kind;
    this.limits = limits;
  }

  /**
   * Makes a reader of what a server says.
   *
   * @param limits of each head
   * @return a reader at the beginning of a head
   */
  public static HeadReader<ResponseHead> ofResponses(HeadLimits limits) {
    return new HeadReader<>(new StatusLine(), limits);
  }

  /**
   * Makes a reader of what a client says.
   *
   * @param limits of each head
   * @return a reader at the beginning of a head
   */
  public static HeadReader<RequestHead> ofRequests(HeadLimits limits) {
    return new HeadReader<>(new RequestLine(), limits);
  }

  /**
   * Takes bytes up to the end of a head.
   *
   * @param in bytes of the connection; stays the caller's, as does what is behind the head
   * @return the head, once its empty line has been read; null when more bytes are needed
   * @throws MalformedHead once, with the first byte that makes it certain; nothing may be read afterwards
   */
  public @Nullable H read(ByteBuf in) throws MalformedHead {
    while (in.isReadable()) {
      H head = take(in.readUnsignedByte());
      if (head != null) {
        return head;
      }
    }
    return null;
  }

  private @Nullable H take(int octet) throws MalformedHead {
    if (++headBytes > limits.maxHeadBytes()) {
      throw tooLarge("a head of more than " + limits.maxHeadBytes() + " bytes");
    }
    if (isReturnSeen) {
      if (octet != '\n') {
        throw malformed("a carriage return without a line feed");
      }
      isReturnSeen = false;
      return lineEnded();
    }
    switch (octet) {
      case '\r' -> isReturnSeen = true;
      case '\n' -> throw malformed("a line feed without a carriage return");
      case '\0' -> throw malformed("a NUL");
      default -> {
        if ((octet < ' ' && octet != '\t') || octet == 0x7F) {
          throw malformed(String.format("the control character U+%04X", octet));
        }
        add((char) octet);
      }
    }
    return null;
  }

  private void add(char c) throws MalformedHead {
    line.append(c);
    if (startLine == null) {
      if (line.length() > limits.maxStartLineBytes()) {
        throw new MalformedHead(
            Fault.START_LINE_TOO_LONG,
            kind.noun()
                + " whose first line has more than "
                + limits.maxStartLineBytes()
                + " bytes");
      }
    } else if (line.length() > limits.maxFieldLineBytes()) {
      throw tooLarge(
          "a header line of more than "
              + limits.maxFieldLineBytes()
              + " bytes: "
              + Quoted.of(line.toString()));
    }
  }

  private @Nullable H lineEnded() throws MalformedHead {
    String text = line.toString();
    line.setLength(0);
    Function<HeaderFields, H> begun = startLine;
    if (begun == null) {
      startLine = kind.startLine(text);
      return null;
    }
    if (!text.isEmpty()) {
      fields.add(field(text));
      return null;
    }
    H head = begun.apply(new HeaderFields(fields));
    startLine = null;
    fields.clear();
    headBytes = 0;
    return head;
  }

  private HeaderFields.Field field(String text) throws MalformedHead {
    if (fields.size() == limits.maxFields()) {
      throw tooLarge("more than " + limits.maxFields() + " header fields");
    }
    if (HeaderText.isBlank(text.charAt(0))) {
      throw with("a header field folded over two lines, the second " + Quoted.of(text));
    }
    int colon = text.indexOf(':');
    if (colon < 0) {
      throw with("a header line without a colon: " + Quoted.of(text));
    }
    String name = text.substring(0, colon);
    if (name.isEmpty()) {
      throw with("a header line without a name: " + Quoted.of(text));
    }
    if (HeaderText.isBlank(name.charAt(colon - 1))) {
      throw with("a blank before the colon of a header field: " + Quoted.of(text));
    }
    if (!HeaderText.isToken(name)) {
      throw with("a header field whose name is no token: " + Quoted.of(name));
    }
    return new HeaderFields.Field(name, HeaderText.withoutBlanks(text.substring(colon + 1)));
  }

  private MalformedHead malformed(String what) {
    return startLine == null
        ? new MalformedHead(Fault.SYNTAX, kind.noun() + " is not HTTP: its first line has " + what)
        : with(what + " in a header line, behind " + Quoted.of(line.toString()));
  }

  private MalformedHead with(String what) {
    return new MalformedHead(Fault.SYNTAX, kind.noun() + " with " + what);
  }

  private MalformedHead tooLarge(String what) {
    return new MalformedHead(Fault.TOO_LARGE, kind.noun() + " with " + what);
  }
}
