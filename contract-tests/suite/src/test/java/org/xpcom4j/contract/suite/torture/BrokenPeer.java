package org.xpcom4j.contract.suite.torture;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Arrays;
import java.util.Set;
import java.util.zip.DataFormatException;
import org.jspecify.annotations.Nullable;
import org.xpcom4j.contract.kit.websocket.Frame;
import org.xpcom4j.contract.kit.websocket.FrameWriter;
import org.xpcom4j.contract.kit.websocket.LengthForm;
import org.xpcom4j.contract.kit.websocket.Octets;
import org.xpcom4j.contract.kit.websocket.Side;

/** An echo, of either side, that keeps all rules but those that it is told to break. One open connection. */
final class BrokenPeer {
  private static final int MAX_PAYLOAD = 1 << 28;
  private static final int READ_AT_ONCE = 4096;
  private static final int PATIENCE_MILLIS = 300;

  private final Side side;
  private final Socket socket;
  private final DataInputStream in;
  private final @Nullable Compression compression;
  private final Set<Fault> faults;

  private int opcode; // of the message that has begun, or 0
  private boolean isCompressed; // that message
  private Payload message = new Payload();
  private boolean isOver;
  private boolean isClosed;

  BrokenPeer(
      Side side,
      Socket socket,
      DataInputStream in,
      @Nullable Compression compression,
      Set<Fault> faults) {
    this.side = side;
    this.socket = socket;
    this.in = in;
    this.compression = compression;
    this.faults = faults;
  }

  private static final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;
    private final int code;

    Refusal(int code) {
      this.code = code;
    }
  }

  /** What has come of a message. */
  private static final class Payload extends ByteArrayOutputStream {
    byte[] end() {
      return Arrays.copyOfRange(buf, Math.max(0, count - 8), count);
    }
  }

  private boolean has(Fault fault) {
    return faults.contains(fault);
  }

  /** Echoes until the connection ends. */
  void run() throws IOException {
    while (!isOver) {
      try {
        frame();
      } catch (Refusal refusal) {
        if (has(Fault.LEAVES_FAILED_CONNECTIONS_OPEN)) {
          continue;
        }
        if (!has(Fault.CLOSES_WITHOUT_CLOSE_FRAME)) {
          send(Frame.close(refusal.code, ""));
          end();
        }
        isOver = true;
      }
    }
  }

  private void frame() throws IOException, Refusal {
    int first = in.readUnsignedByte();
    int second = in.readUnsignedByte();
    int bits = second & 0x7F;
    long length = bits == 126 ? in.readUnsignedShort() : bits == 127 ? in.readLong() : bits;
    boolean isMasked = (second & 0x80) != 0;
    refuseIf(isMasked != (side == Side.SERVER), Fault.ACCEPTS_WRONG_MASKING, 1002);
    int code = first & 15;
    boolean mayBeCompressed = compression != null && (code == Frame.TEXT || code == Frame.BINARY);
    int reserved = mayBeCompressed ? 0x30 : 0x70;
    refuseIf((first & reserved) != 0, Fault.ACCEPTS_RESERVED_BITS, 1002);
    boolean isLong = (bits == 126 && length < 126) || (bits == 127 && length >>> 16 == 0);
    refuseIf(isLong, Fault.ACCEPTS_LONG_LENGTH_FORMS, 1002);
    if (length < 0 || length > MAX_PAYLOAD) {
      throw new Refusal(1009);
    }
    boolean isFinal = (first & 0x80) != 0;
    if (code >= 8) {
      refuseIf(!isFinal, Fault.ACCEPTS_CONTROL_FRAGMENTS, 1002);
      refuseIf(length > 125, Fault.ACCEPTS_LONG_CONTROL_FRAMES, 1002);
    }
    refuseIf((code > 2 && code < 8) || code > 10, Fault.PASSES_OVER_RESERVED_OPCODES, 1002);
    if (code <= 2) {
      refuseIf((code == 0) != (opcode != 0), Fault.ACCEPTS_FRAGMENTS_IN_ANY_ORDER, 1002);
      isCompressed = code == 0 ? isCompressed : mayBeCompressed && (first & 0x40) != 0;
    }
    int mask = isMasked ? in.readInt() : 0;
    if (code == Frame.TEXT || (code == Frame.CONTINUATION && opcode == Frame.TEXT)) {
      opcode = Frame.TEXT;
      readText((int) length, mask);
    } else {
      take(code, unmasked(in.readNBytes((int) length), mask));
    }
    if (code <= 2 && isFinal) {
      complete();
    }
  }

  private static byte[] unmasked(byte[] payload, int mask) {
    for (int i = 0; mask != 0 && i < payload.length; i++) {
      payload[i] ^= (byte) (mask >> (24 - 8 * (i & 3)));
    }
    return payload;
  }

  private void refuseIf(boolean isWrong, Fault unless, int code) throws Refusal {
    if (isWrong && !has(unless)) {
      throw new Refusal(code);
    }
  }

  /** Octet by octet, so that what is wrong is noticed at once. */
  private void readText(int length, int mask) throws IOException, Refusal {
    boolean isLazy = has(Fault.ACCEPTS_ANY_TEXT) || has(Fault.CHECKS_TEXT_WHEN_COMPLETE);
    if (isLazy || isCompressed || length > READ_AT_ONCE) {
      message.writeBytes(unmasked(in.readNBytes(length), mask));
      return;
    }
    for (int i = 0; i < length; i++) {
      message.write(in.readUnsignedByte() ^ (mask >> (24 - 8 * (i & 3)) & 0xFF));
      if (!Prefixes.mayBecomeText(message.end())) {
        throw new Refusal(1007);
      }
    }
  }

  private void take(int code, byte[] payload) throws IOException, Refusal {
    switch (code) {
      case Frame.CONTINUATION, Frame.BINARY -> {
        opcode = Frame.BINARY;
        message.writeBytes(payload);
      }
      case Frame.CLOSE -> close(Octets.of(payload));
      case Frame.PING -> pong(payload);
      case Frame.PONG -> {
        if (has(Fault.ANSWERS_PONGS) && !isClosed) {
          send(Frame.of(Frame.PONG, Octets.of(payload)));
        }
      }
      default -> {
        // A reserved opcode, which this peer passes over.
      }
    }
  }

  private void pong(byte[] payload) throws IOException {
    if (has(Fault.ANSWERS_NO_PING)) {
      return;
    }
    boolean isOther = has(Fault.ANSWERS_PINGS_WITH_OTHER_PAYLOAD) && payload.length > 0;
    send(Frame.of(Frame.PONG, Octets.of(isOther ? new byte[payload.length] : payload)));
  }

  private void close(Octets payload) throws IOException, Refusal {
    if (isClosed) {
      return;
    }
    int size = payload.size();
    refuseIf(size == 1, Fault.ACCEPTS_HALF_CLOSE_CODE, 1002);
    if (size >= 2) {
      int code = payload.at(0) << 8 | payload.at(1);
      boolean isValid =
          (code >= 1000 && code < 1015 && (code < 1004 || code > 1006))
              || (code >= 3000 && code < 5000);
      refuseIf(!isValid, Fault.ACCEPTS_ANY_CLOSE_CODE, 1002);
      refuseIf(payload.slice(2, size).text().isEmpty(), Fault.ACCEPTS_ANY_TEXT, 1007);
    }
    isClosed = true;
    if (!has(Fault.ANSWERS_NO_CLOSE)) {
      send(Frame.of(Frame.CLOSE, size < 2 ? Octets.EMPTY : payload.slice(0, 2)));
    }
    if (!has(Fault.READS_ON_AFTER_CLOSE)) {
      end();
      isOver = true;
    }
  }

  private void complete() throws IOException, Refusal {
    Octets payload = Octets.of(isCompressed ? inflated() : message.toByteArray());
    boolean isText = opcode == Frame.TEXT;
    opcode = 0;
    message = new Payload();
    refuseIf(isText && payload.text().isEmpty(), Fault.ACCEPTS_ANY_TEXT, 1007);
    if (has(Fault.CUTS_MESSAGES) && payload.size() > 1 && payload.size() < 127) {
      payload = payload.slice(0, 1);
    }
    int echoed = isText && !has(Fault.TURNS_TEXT_INTO_BINARY) ? Frame.TEXT : Frame.BINARY;
    send(
        compression == null
            ? Frame.of(echoed, payload)
            : new Frame(true, Frame.RSV1, echoed, compression.deflate(payload)));
  }

  private byte[] inflated() throws Refusal {
    if (compression == null) {
      throw new IllegalStateException("compressed, although nobody agreed on that");
    }
    try {
      return compression.inflate(message.toByteArray());
    } catch (DataFormatException e) {
      throw new Refusal(1007);
    }
  }

  private void send(Frame frame) throws IOException {
    boolean isMasked = (side == Side.CLIENT) != has(Fault.SENDS_WRONG_MASKING);
    Octets bytes =
        isMasked
            ? FrameWriter.masked(frame, LengthForm.SHORTEST, 0x12345678)
            : FrameWriter.unmasked(frame, LengthForm.SHORTEST);
    socket.getOutputStream().write(bytes.toArray());
  }

  /** The server ends the stream; both read what is left, so that nothing is lost in a reset. */
  private void end() throws IOException {
    if (side == Side.SERVER && !has(Fault.LEAVES_CLOSED_CONNECTIONS_OPEN)) {
      socket.shutdownOutput();
    }
    if (side == Side.CLIENT && !has(Fault.WAITS_FOR_EVER)) {
      socket.setSoTimeout(PATIENCE_MILLIS);
    }
    try {
      in.skip(Long.MAX_VALUE);
      while (in.read() >= 0) {
        in.skip(Long.MAX_VALUE);
      }
    } catch (SocketTimeoutException e) {
      isOver = true; // the server does not end the stream: then we do
    }
  }
}
