package org.xpcom4j.necko.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.ByteBuf;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Gathers the payload of one message, in pieces that are put together once. What a header promises is believed as soon as
 * a quarter of it has come: then there is one piece of just that size, and nothing is put together when the message is
 * that frame. Until then, and where nothing is promised, each piece is about as large as all before it, so that memory
 * grows with what has come.
 */
final class MessageBuffer {
  private static final byte[] NOTHING = {};
  private static final int FIRST_PIECE = 1 << 16;
  private static final int LEAST_PIECE = 256;
  private static final int BELIEF = 4;
  private static final int USUAL_RATIO = 4;

  private final List<byte[]> fullPieces = new ArrayList<>(0);
  private byte[] piece = NOTHING;
  private int used; // of the last piece
  private int size;
  private long firstFrame; // what the first frame promises

  /**
   * Adds bytes.
   *
   * @param in where they are
   * @param length how many
   * @param promised how many of this frame are still to come, these included
   */
  void append(ByteBuf in, int length, long promised) throws ProtocolViolation {
    if (size == 0) {
      firstFrame = promised;
      if (length == promised) { // hot: FrameDecodingBenchmark
        piece = allocate(length);
        in.readBytes(piece, 0, length);
        added(length);
        return;
      }
    }
    int left = length;
    while (left > 0) {
      if (used == piece.length) {
        makeRoom(left, promised - (length - left));
      }
      int count = Math.min(left, piece.length - used);
      in.readBytes(piece, used, count);
      added(count);
      left -= count;
    }
  }

  private void makeRoom(int here, long promised) throws ProtocolViolation {
    long total = size + promised;
    boolean isMoreThanOneFrame = total > firstFrame;
    if (!isMoreThanOneFrame && total <= Math.max(FIRST_PIECE, BELIEF * ((long) size + here))) {
      putTogether((int) total);
    } else if (isMoreThanOneFrame) {
      long roomy = Math.max(size / 2, Math.min(promised, FIRST_PIECE));
      addPiece(Math.max(here, Math.max(LEAST_PIECE, roomy)));
    } else {
      addPiece(Math.min(promised, Math.max(FIRST_PIECE, size)));
    }
  }

  /** Adds what an inflater makes of its input, up to a limit for the whole message. */
  void inflate(Inflater inflater, int maxBytes) throws DataFormatException, ProtocolViolation {
    int room;
    int made;
    do {
      if (size == maxBytes) {
        checkNothingFollows(inflater, maxBytes);
        return;
      }
      if (used == piece.length) {
        addPiece(Math.min(maxBytes - size, inflatedPiece(inflater)));
      }
      room = piece.length - used;
      made = inflateInto(inflater, room);
    } while (made == room && !inflater.finished());
  }

  private int inflateInto(Inflater inflater, int room) throws DataFormatException {
    long before = inflater.getBytesWritten();
    try {
      return inflater.inflate(piece, used, room);
    } finally {
      added((int) (inflater.getBytesWritten() - before)); // also what comes before an error
    }
  }

  private long inflatedPiece(Inflater inflater) {
    if (size > 0) {
      return size;
    }
    long guess = (long) USUAL_RATIO * inflater.getRemaining();
    return Math.max(LEAST_PIECE, Math.min(guess, FIRST_PIECE));
  }

  private static void checkNothingFollows(Inflater inflater, int maxBytes)
      throws DataFormatException, ProtocolViolation {
    long before = inflater.getBytesWritten();
    try {
      inflater.inflate(new byte[1]);
    } catch (DataFormatException e) {
      if (inflater.getBytesWritten() == before) { // else the byte too many came first
        throw e;
      }
    }
    if (inflater.getBytesWritten() > before) {
      throw ProtocolViolation.tooLarge(maxBytes);
    }
  }

  int size() {
    return size;
  }

  /** Has the bytes from an index on checked; returns whether they can still become valid text. */
  boolean isText(Utf8Validator utf8, int from) {
    int start = 0; // of the piece, in the message
    for (byte[] full : fullPieces) {
      int end = start + full.length;
      if (end > from && !utf8.accept(full, Math.max(from - start, 0), full.length)) {
        return false;
      }
      start = end;
    }
    return utf8.accept(piece, Math.max(from - start, 0), used);
  }

  byte[] takeBytes() throws ProtocolViolation {
    if (!isInOnePiece() || used < piece.length) {
      putTogether(size);
    }
    byte[] taken = piece;
    clear();
    return taken;
  }

  String takeText() throws ProtocolViolation {
    try {
      if (!isInOnePiece()) {
        putTogether(size);
      }
      return new String(piece, 0, used, UTF_8);
    } catch (OutOfMemoryError e) {
      throw ProtocolViolation.outOfMemory(size);
    } finally {
      clear();
    }
  }

  void clear() {
    if (!isInOnePiece()) {
      fullPieces.clear();
    }
    piece = NOTHING;
    used = 0;
    size = 0;
  }

  private boolean isInOnePiece() {
    return fullPieces.isEmpty();
  }

  private void added(int count) {
    used += count;
    size += count;
  }

  private void addPiece(long capacity) throws ProtocolViolation {
    byte[] next = allocate(Math.min(capacity, Integer.MAX_VALUE - size));
    if (used > 0) {
      fullPieces.add(piece);
    }
    piece = next;
    used = 0;
  }

  private void putTogether(int capacity) throws ProtocolViolation {
    byte[] whole = allocate(capacity);
    if (size > 0) {
      copyPieces(whole);
    }
    piece = whole;
    used = size;
  }

  private void copyPieces(byte[] whole) {
    int at = 0;
    for (byte[] full : fullPieces) {
      System.arraycopy(full, 0, whole, at, full.length);
      at += full.length;
    }
    System.arraycopy(piece, 0, whole, at, used);
    fullPieces.clear();
  }

  private static byte[] allocate(long capacity) throws ProtocolViolation {
    try {
      return new byte[(int) capacity];
    } catch (OutOfMemoryError e) {
      // One large array did not fit; the rest of the process need not suffer for this peer's
      // message.
      throw ProtocolViolation.outOfMemory((int) capacity);
    }
  }
}
