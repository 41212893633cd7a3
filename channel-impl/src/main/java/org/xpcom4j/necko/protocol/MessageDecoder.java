package org.xpcom4j.necko.protocol;

import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/**
 * Makes messages of the bytes that the peer sends, and enforces the rules on the way: framing (RFC 6455, section 5),
 * UTF-8 as soon as an error is certain (section 8.1), close codes (section 7.4), compression (RFC 7692, section 6), and
 * our own limit on messages. Belongs to one thread.
 */
public final class MessageDecoder implements AutoCloseable {
  private static final int MAX_CONTROL_BYTES = 125;
  private static final int RESERVED_BIT_1 = 0x40;
  private static final int RESERVED_BIT_2 = 0x20;

  private final Role role;
  private final long maxFrameBytes;
  private final int maxMessageBytes;
  private final MessageSink sink;
  private final @Nullable MessageInflater inflater; // null when nothing was agreed on
  private final FrameReader reader = new FrameReader(new Frames());
  private final MessageBuffer message = new MessageBuffer();
  private final Utf8Validator utf8 = new Utf8Validator();

  private @Nullable Opcode messageBegun; // TEXT or BINARY while a message is incomplete
  private boolean isCompressed; // the message that is incomplete
  private long messageBytesOnWire;
  private @Nullable Utf8Reader utf8Reader; // of the thread that reads
  private @Nullable String wholeText; // of a message that was found whole
  private boolean isFinished;

  /**
   * Makes a decoder at the start of a connection.
   *
   * @param role which end we are
   * @param limits the largest frames and messages to accept
   * @param deflate how messages are compressed, or null when they are not
   * @param sink receives the messages
   */
  public MessageDecoder(
      Role role, MessageLimits limits, @Nullable Deflate deflate, MessageSink sink) {
    this.role = role;
    this.maxFrameBytes = limits.maxFrameBytes();
    this.maxMessageBytes = limits.maxMessageBytes();
    this.sink = sink;
    this.inflater = deflate == null ? null : deflate.inflater(role, limits.maxMessageBytes());
  }

  /**
   * Makes a decoder at the start of a connection, in which a message may be one frame.
   *
   * @param role which end we are
   * @param maxMessageBytes the largest message to accept
   * @param deflate how messages are compressed, or null when they are not
   * @param sink receives the messages
   */
  public MessageDecoder(
      Role role, int maxMessageBytes, @Nullable Deflate deflate, MessageSink sink) {
    this(role, MessageLimits.ofMessages(maxMessageBytes), deflate, sink);
  }

  /**
   * Takes all bytes of a buffer. After a Close frame or a violation, whatever comes is dropped.
   *
   * @param in bytes of the connection, cut anywhere; stays the caller's, but may be unmasked in place
   * @throws ProtocolViolation once, when the peer breaks a rule; what came before it has reached the sink
   */
  public void read(ByteBuf in) throws ProtocolViolation {
    try {
      if (!isFinished) {
        reader.read(in);
      }
    } catch (ProtocolViolation e) {
      isFinished = true;
      message.clear();
      throw e;
    } finally {
      in.skipBytes(in.readableBytes());
    }
  }

  /** Frees what decompression needs. Nothing may be read afterwards. */
  @Override
  public void close() {
    isFinished = true;
    message.clear();
    if (inflater != null) {
      inflater.close();
    }
  }

  private final class Frames implements FrameReader.Sink {
    private Opcode opcode = Opcode.CONTINUATION;
    private boolean isFinal;
    private long payloadLeft;
    private byte[] control = {};
    private int controlRead;

    @Override
    public void frameBegun(FrameHeader header) throws ProtocolViolation {
      opcode = known(header);
      checkReservedBits(header.reservedBits(), opcode);
      isFinal = header.isFinal();
      payloadLeft = header.payloadLength;
      checkMask(header.isMasked);
      checkLength(header);
      if (opcode.isControl()) {
        beginControl();
      } else {
        beginData(header.reservedBits() != 0);
      }
    }

    @Override
    public void payload(ByteBuf in, int length) throws ProtocolViolation {
      if (opcode.isControl()) {
        in.readBytes(control, controlRead, length);
        controlRead += length;
        return;
      }
      if (isWholeText(length)) {
        readWholeText(in, length);
        return;
      }
      int from = message.size();
      if (isCompressed && inflater != null) {
        inflate(inflater, in, length, from);
      } else {
        message.append(in, length, payloadLeft);
      }
      payloadLeft -= length;
      checkText(from);
    }

    @Override
    public boolean frameEnded() throws ProtocolViolation {
      switch (opcode) {
        case CONTINUATION, TEXT, BINARY -> {
          if (isFinal) {
            endMessage();
          }
        }
        case PING -> sink.ping(control);
        case PONG -> sink.pong();
        case CLOSE -> {
          CloseStatus status = CloseStatus.read(control);
          isFinished = true;
          message.clear();
          sink.close(status);
        }
      }
      return !isFinished;
    }

    private void inflate(MessageInflater current, ByteBuf in, int length, int from)
        throws ProtocolViolation {
      try {
        current.inflate(in, length, message);
      } catch (ProtocolViolation e) {
        checkText(from); // what is wrong first counts, however the bytes are cut
        throw e;
      }
    }

    private boolean isWholeText(int length) {
      return messageBegun == Opcode.TEXT
          && isFinal
          && length == payloadLeft
          && length <= Utf8Reader.MAX_BYTES
          && message.size() == 0
          && !isCompressed;
    }

    private Utf8Reader utf8Reader() {
      Utf8Reader current = utf8Reader;
      if (current == null) {
        current = Utf8Reader.ofThisThread();
        utf8Reader = current;
      }
      return current;
    }

    private void readWholeText(ByteBuf in, int length) throws ProtocolViolation {
      int start = in.readerIndex();
      wholeText = utf8Reader().read(in, length);
      if (wholeText == null) { // say where
        message.append(in.readerIndex(start), length, length);
        checkText(0);
        throw ProtocolViolation.invalidUtf8("the end of a text message");
      }
    }

    private void beginControl() throws ProtocolViolation {
      if (!isFinal) {
        throw ProtocolViolation.protocolError("fragmented control frame (" + opcode + ")");
      }
      if (payloadLeft > MAX_CONTROL_BYTES) {
        throw ProtocolViolation.protocolError(
            "control frame (" + opcode + ") of " + payloadLeft + " bytes; 125 is the most");
      }
      control = new byte[(int) payloadLeft];
      controlRead = 0;
    }

    private void beginData(boolean hasReservedBit) throws ProtocolViolation {
      if (opcode == Opcode.CONTINUATION) {
        if (messageBegun == null) {
          throw ProtocolViolation.protocolError("continuation frame without a message to continue");
        }
      } else if (messageBegun != null) {
        throw ProtocolViolation.protocolError(
            "new message (" + opcode + ") before the last frame of the one before");
      } else {
        messageBegun = opcode;
        isCompressed = hasReservedBit;
        messageBytesOnWire = 0;
      }
      if (payloadLeft > maxFrameBytes) {
        throw ProtocolViolation.frameTooLarge(payloadLeft, maxFrameBytes);
      }
      if (payloadLeft > maxBytesOnWire() - messageBytesOnWire) {
        throw ProtocolViolation.tooLarge(maxMessageBytes);
      }
      messageBytesOnWire += payloadLeft;
    }
  }

  /** Compressed, a message may be larger than it is, but not by much. What comes out of it is limited elsewhere. */
  private long maxBytesOnWire() {
    return isCompressed ? maxMessageBytes + (long) maxMessageBytes / 8 + 1024 : maxMessageBytes;
  }

  private void checkReservedBits(int bits, Opcode opcode) throws ProtocolViolation {
    if (bits == 0) {
      return;
    }
    if (inflater == null) {
      throw ProtocolViolation.protocolError(
          "reserved bit " + nameOf(bits) + " is set, and no extension was agreed on");
    }
    if (bits != RESERVED_BIT_1) {
      throw ProtocolViolation.protocolError(
          "reserved bit " + nameOf(bits & ~RESERVED_BIT_1) + " is set, which means nothing");
    }
    if (opcode.isControl() || opcode == Opcode.CONTINUATION) {
      throw ProtocolViolation.protocolError(
          "reserved bit 1 is set on a frame ("
              + opcode
              + ") that does not begin a message (RFC 7692, section 6)");
    }
  }

  private static String nameOf(int bits) {
    if ((bits & RESERVED_BIT_1) != 0) {
      return "1";
    }
    return (bits & RESERVED_BIT_2) != 0 ? "2" : "3";
  }

  private void checkText(int from) throws ProtocolViolation {
    if (messageBegun == Opcode.TEXT && !message.isText(utf8, from)) {
      throw ProtocolViolation.invalidUtf8("a text message");
    }
  }

  private static Opcode known(FrameHeader header) throws ProtocolViolation {
    Opcode opcode = header.opcode();
    if (opcode == null) {
      throw ProtocolViolation.protocolError("reserved opcode " + header.opcodeBits());
    }
    return opcode;
  }

  private void checkMask(boolean isMasked) throws ProtocolViolation {
    if (isMasked && role == Role.CLIENT) {
      throw ProtocolViolation.protocolError("masked frame from a server");
    }
    if (!isMasked && role == Role.SERVER) {
      throw ProtocolViolation.protocolError("frame without a mask from a client");
    }
  }

  private static void checkLength(FrameHeader header) throws ProtocolViolation {
    if (header.payloadLength < 0) {
      throw ProtocolViolation.protocolError("payload length with its highest bit set");
    }
    if (!header.isLengthMinimal()) {
      throw ProtocolViolation.protocolError(
          "payload length " + header.payloadLength + " in a longer form than it needs");
    }
  }

  private void endMessage() throws ProtocolViolation {
    if (isCompressed && inflater != null) {
      int from = message.size();
      inflater.endMessage(message);
      checkText(from);
    }
    boolean isText = messageBegun == Opcode.TEXT;
    messageBegun = null;
    String whole = wholeText;
    if (whole != null) {
      wholeText = null;
      sink.text(whole, (int) messageBytesOnWire);
      return;
    }
    if (!isText) {
      sink.binary(message.takeBytes());
      return;
    }
    if (!utf8.isAtBoundary()) {
      throw ProtocolViolation.invalidUtf8("the end of a text message");
    }
    int payloadBytes = message.size();
    sink.text(message.takeText(), payloadBytes);
  }
}
