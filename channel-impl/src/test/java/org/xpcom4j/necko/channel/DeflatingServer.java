package org.xpcom4j.necko.channel;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import org.java_websocket.enums.Opcode;
import org.java_websocket.exceptions.InvalidDataException;
import org.java_websocket.extensions.permessage_deflate.PerMessageDeflateExtension;
import org.java_websocket.framing.ContinuousFrame;
import org.java_websocket.framing.DataFrame;
import org.java_websocket.framing.FramedataImpl1;
import org.xpcom4j.necko.transport.RawServer;

/** Echoes messages through a compressor by other people, until it gets a Close frame. */
final class DeflatingServer implements RawServer.Script {
  private static final int FIN = 0x80;
  private static final int COMPRESSED = 0x40;
  private static final int OPCODE = 0x0F;
  private static final int CLOSE = 8;

  private final PerMessageDeflateExtension extension = new PerMessageDeflateExtension();

  DeflatingServer(boolean clientKeepsContext) {
    extension.setThreshold(0);
    extension.setClientNoContextTakeover(!clientKeepsContext);
  }

  @Override
  public void run(RawServer.Peer peer) throws Exception {
    String request = peer.readHead();
    String offer = RawServer.Peer.header(request, "Sec-WebSocket-Extensions");
    if (!extension.acceptProvidedExtensionAsServer(offer)) {
      throw new AssertionError("not accepted: " + offer);
    }
    String answer = "Sec-WebSocket-Extensions: " + extension.getProvidedExtensionAsServer();
    peer.write(RawServer.Peer.acceptance(request, answer));
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    int opcode = 0;
    for (RawServer.Frame frame = peer.readFrame();
        (frame.firstByte() & OPCODE) != CLOSE;
        frame = peer.readFrame()) {
      opcode = (frame.firstByte() & OPCODE) == 0 ? opcode : frame.firstByte() & OPCODE;
      message.writeBytes(inflated(frame));
      if ((frame.firstByte() & FIN) != 0) {
        echo(peer, opcode, message.toByteArray());
        message.reset();
      }
    }
    peer.writeFrame(FIN | CLOSE, new byte[] {3, (byte) 0xE8});
    peer.expectEnd();
  }

  private byte[] inflated(RawServer.Frame frame) throws InvalidDataException {
    DataFrame data =
        (frame.firstByte() & OPCODE) == 0
            ? new ContinuousFrame()
            : (DataFrame) FramedataImpl1.get(opcode(frame.firstByte() & OPCODE));
    data.setFin((frame.firstByte() & FIN) != 0);
    data.setRSV1((frame.firstByte() & COMPRESSED) != 0);
    data.setPayload(ByteBuffer.wrap(frame.payload()));
    extension.decodeFrame(data);
    return bytes(data);
  }

  private void echo(RawServer.Peer peer, int opcode, byte[] message) throws Exception {
    FramedataImpl1 data = FramedataImpl1.get(opcode(opcode));
    data.setPayload(ByteBuffer.wrap(message));
    extension.encodeFrame(data);
    peer.writeFrame(FIN | (data.isRSV1() ? COMPRESSED : 0) | opcode, bytes(data));
  }

  private static Opcode opcode(int code) {
    return code == 1 ? Opcode.TEXT : Opcode.BINARY;
  }

  private static byte[] bytes(FramedataImpl1 data) {
    byte[] bytes = new byte[data.getPayloadData().remaining()];
    data.getPayloadData().duplicate().get(bytes);
    return bytes;
  }
}
