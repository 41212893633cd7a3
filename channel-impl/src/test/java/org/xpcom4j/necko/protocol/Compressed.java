package org.xpcom4j.necko.protocol;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Two ends that have agreed on compression, without sockets between them. */
final class Compressed implements AutoCloseable {
  final ZlibPool pool = new ZlibPool(2);
  final FrameEncoder sender;
  final MessageDecoder receiver;
  final Transcript heard = new Transcript();

  Compressed(Role from, DeflateParameters parameters, int threshold) {
    Deflate deflate = new Deflate(parameters, threshold, pool);
    sender = new FrameEncoder(from, new MaskKeys(new Random(7692)), deflate);
    receiver = new MessageDecoder(from.other(), 1 << 24, deflate, heard);
  }

  /** Frames of one message, each with its mask removed. */
  List<Frame> send(OutgoingFrame message) throws ProtocolViolation {
    ByteBuf all = Unpooled.buffer();
    ByteBuf piece = Unpooled.buffer();
    sender.begin(message, piece);
    all.writeBytes(piece, piece.readerIndex(), piece.readableBytes());
    receiver.read(piece);
    while (sender.isBusy()) {
      piece.clear();
      sender.goOn(piece);
      all.writeBytes(piece, piece.readerIndex(), piece.readableBytes());
      receiver.read(piece);
    }
    piece.release();
    List<Frame> frames = Frame.readAll(all);
    all.release();
    return frames;
  }

  @Override
  public void close() {
    sender.close();
    receiver.close();
    pool.close();
  }

  /** A frame on the wire. */
  static final class Frame {
    private final int firstByte;
    private final byte[] payload;

    private Frame(int firstByte, byte[] payload) {
      this.firstByte = firstByte;
      this.payload = payload;
    }

    int firstByte() {
      return firstByte;
    }

    byte[] payload() {
      return payload;
    }

    boolean isCompressed() {
      return (firstByte & 0x40) != 0;
    }

    static List<Frame> readAll(ByteBuf in) {
      List<Frame> frames = new ArrayList<>();
      while (in.isReadable()) {
        int first = in.readUnsignedByte();
        int second = in.readUnsignedByte();
        int bits = second & 0x7F;
        int length = bits < 126 ? bits : bits == 126 ? in.readUnsignedShort() : (int) in.readLong();
        int key = (second & 0x80) != 0 ? in.readInt() : 0;
        byte[] payload = new byte[length];
        in.readBytes(payload);
        for (int i = 0; i < payload.length; i++) {
          payload[i] ^= (byte) (key >>> (24 - 8 * (i & 3)));
        }
        frames.add(new Frame(first, payload));
      }
      return frames;
    }
  }
}
