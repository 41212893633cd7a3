package org.xpcom4j.contract.suite.torture;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.xpcom4j.contract.kit.websocket.Frame;
import org.xpcom4j.contract.kit.websocket.FrameWriter;
import org.xpcom4j.contract.kit.websocket.LengthForm;
import org.xpcom4j.contract.kit.websocket.Octets;

/** An echo client that keeps all rules but those that it is told to break. One connection. */
final class BrokenClient {
  private static final String KEY = "dGhlIHNhbXBsZSBub25jZQ==";
  private static final String ACCEPT = "s3pplmbitxaq9kygzzhzrbk+xoo=";

  private final Set<Fault> faults;
  private final DataInputStream in;
  private final OutputStream out;

  private int opcode; // of the message that has begun, or 0
  private ByteArrayOutputStream message = new ByteArrayOutputStream();
  private boolean isOver;
  private boolean isClosed;

  private static final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;
    private final int code;

    Refusal(int code) {
      this.code = code;
    }
  }

  private BrokenClient(Socket socket, Set<Fault> faults) throws IOException {
    this.faults = faults;
    in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), 1 << 16));
    out = socket.getOutputStream();
  }

  /** Comes for every case, one after the other. */
  static void comeForAll(TortureServer server, Set<Fault> faults) throws IOException {
    for (int number = 1; number <= server.count(); number++) {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
        socket.setTcpNoDelay(true);
        new BrokenClient(socket, faults).run("/case/" + number);
      } catch (EOFException | SocketException e) {
        // The server has ended the connection, as some cases do; its verdict is what counts.
      }
    }
  }

  private boolean has(Fault fault) {
    return faults.contains(fault);
  }

  private void run(String path) throws IOException {
    if (!upgrade(path)) {
      return;
    }
    while (!isOver) {
      try {
        frame();
      } catch (Refusal refusal) {
        if (has(Fault.LEAVES_FAILED_CONNECTIONS_OPEN)) {
          continue;
        }
        if (!has(Fault.CLOSES_WITHOUT_CLOSE_FRAME)) {
          send(Frame.close(refusal.code, ""));
          drain();
        }
        isOver = true;
      }
    }
  }

  private boolean upgrade(String path) throws IOException {
    String request =
        "GET "
            + path
            + " HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: "
            + KEY
            + "\r\n\r\n";
    out.write(request.getBytes(StandardCharsets.ISO_8859_1));
    StringBuilder head = new StringBuilder();
    while (!head.toString().endsWith("\r\n\r\n")) {
      head.append((char) in.readUnsignedByte());
    }
    String answer = head.toString();
    String lower = answer.toLowerCase(Locale.ROOT);
    boolean isOpen =
        answer.startsWith("HTTP/1.1 101")
            && lower.contains("\r\nupgrade: websocket\r\n")
            && lower.matches("(?s).*\r\nconnection: [^\r]*upgrade.*")
            && answer.contains("s3pPLMBiTxaQ9kYGzzhZRbK+xOo=")
            && lower.contains(ACCEPT)
            && !lower.contains("sec-websocket-protocol")
            && !lower.contains("sec-websocket-extensions");
    return isOpen || has(Fault.TAKES_ANY_ANSWER);
  }

  private void frame() throws IOException, Refusal {
    int first = in.readUnsignedByte();
    int second = in.readUnsignedByte();
    int bits = second & 0x7F;
    long length = bits == 126 ? in.readUnsignedShort() : bits == 127 ? in.readLong() : bits;
    boolean isMasked = (second & 0x80) != 0;
    refuseIf(isMasked, Fault.ACCEPTS_MASKED_FRAMES, 1002);
    refuseIf((first & 0x70) != 0, Fault.ACCEPTS_RESERVED_BITS, 1002);
    boolean isLong = (bits == 126 && length < 126) || (bits == 127 && length >>> 16 == 0);
    refuseIf(isLong, Fault.ACCEPTS_LONG_LENGTH_FORMS, 1002);
    if (length < 0 || length > 1 << 28) {
      throw new Refusal(1009);
    }
    int code = first & 15;
    boolean isFinal = (first & 0x80) != 0;
    if (code >= 8) {
      refuseIf(!isFinal, Fault.ACCEPTS_CONTROL_FRAGMENTS, 1002);
      refuseIf(length > 125, Fault.ACCEPTS_LONG_CONTROL_FRAMES, 1002);
    }
    refuseIf((code > 2 && code < 8) || code > 10, Fault.PASSES_OVER_RESERVED_OPCODES, 1002);
    if (code <= 2) {
      refuseIf((code == 0) != (opcode != 0), Fault.ACCEPTS_FRAGMENTS_IN_ANY_ORDER, 1002);
    }
    int mask = isMasked ? in.readInt() : 0;
    if (code == 1 || (code == 0 && opcode == 1)) {
      opcode = 1;
      readText((int) length, mask);
    } else {
      byte[] payload = in.readNBytes((int) length);
      for (int i = 0; i < payload.length; i++) {
        payload[i] ^= (byte) (mask >> (24 - 8 * (i & 3)));
      }
      take(code, payload);
    }
    if (code <= 2 && isFinal) {
      complete();
    }
  }

  private void refuseIf(boolean isWrong, Fault unless, int code) throws Refusal {
    if (isWrong && !has(unless)) {
      throw new Refusal(code);
    }
  }

  /** Octet by octet, so that what is wrong is noticed at once. */
  private void readText(int length, int mask) throws IOException, Refusal {
    boolean isLazy = has(Fault.ACCEPTS_ANY_TEXT) || has(Fault.CHECKS_TEXT_WHEN_COMPLETE);
    if (isLazy) {
      message.writeBytes(in.readNBytes(length));
      return;
    }
    for (int i = 0; i < length; i++) {
      message.write(in.readUnsignedByte() ^ (mask >> (24 - 8 * (i & 3)) & 0xFF));
      byte[] all = message.toByteArray();
      byte[] end = Arrays.copyOfRange(all, Math.max(0, all.length - 8), all.length);
      if (!Prefixes.mayBecomeText(end)) {
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
        // A reserved opcode, which this client passes over.
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
      drain();
      isOver = true;
    }
  }

  private void complete() throws IOException, Refusal {
    Octets payload = Octets.of(message.toByteArray());
    boolean isText = opcode == Frame.TEXT;
    opcode = 0;
    message = new ByteArrayOutputStream();
    refuseIf(isText && payload.text().isEmpty(), Fault.ACCEPTS_ANY_TEXT, 1007);
    if (has(Fault.CUTS_MESSAGES) && payload.size() > 1 && payload.size() < 127) {
      payload = payload.slice(0, 1);
    }
    send(
        Frame.of(
            isText && !has(Fault.TURNS_TEXT_INTO_BINARY) ? Frame.TEXT : Frame.BINARY, payload));
  }

  private void send(Frame frame) throws IOException {
    Octets bytes =
        has(Fault.SENDS_UNMASKED_FRAMES)
            ? FrameWriter.unmasked(frame, LengthForm.SHORTEST)
            : FrameWriter.masked(frame, LengthForm.SHORTEST, 0x12345678);
    out.write(bytes.toArray());
  }

  private void drain() throws IOException {
    in.skip(Long.MAX_VALUE);
    while (in.read() >= 0) {
      in.skip(Long.MAX_VALUE);
    }
  }
}
