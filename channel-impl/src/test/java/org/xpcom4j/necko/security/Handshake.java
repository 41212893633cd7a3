package org.xpcom4j.necko.security;

import java.nio.ByteBuffer;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Runs the handshake of a client engine in memory: no sockets, no threads. */
final class Handshake {
  private static final int BUFFER_BYTES = 1 << 17;
  private static final int MAX_ROUNDS = 100;

  private final SSLEngine client;
  private final ByteBuffer fromClient = ByteBuffer.allocate(BUFFER_BYTES).flip();
  private final ByteBuffer toClient = ByteBuffer.allocate(BUFFER_BYTES).flip();

  private Handshake(SSLEngine client) {
    this.client = client;
  }

  /** Connects two engines. Answers with what the client threw, or null when it finished. */
  static @Nullable SSLException between(SSLEngine client, SSLEngine server) {
    return between(client, server, UnaryOperator.identity());
  }

  /** The same, with what the server sends first going through a hand that may damage it. */
  static @Nullable SSLException between(
      SSLEngine client, SSLEngine server, UnaryOperator<byte[]> firstFlight) {
    return new Handshake(client).run(server, firstFlight);
  }

  /** Starts the client and answers its hello with the given bytes. */
  static @Nullable SSLException answered(SSLEngine client, byte[] answer) {
    return new Handshake(client).receive(answer);
  }

  private @Nullable SSLException run(SSLEngine server, UnaryOperator<byte[]> firstFlight) {
    boolean isFirst = true;
    for (int round = 0; round < MAX_ROUNDS; round++) {
      try {
        step(client, toClient, fromClient);
      } catch (SSLException e) {
        return e;
      }
      try {
        step(server, fromClient, toClient);
      } catch (SSLException e) {
        sendAlert(server);
      }
      if (isFirst && toClient.hasRemaining()) {
        replace(firstFlight.apply(remaining()));
        isFirst = false;
      }
      if (isIdle(client) && isIdle(server) && !toClient.hasRemaining()) {
        return null;
      }
    }
    throw new AssertionError("the handshake does not end: " + client.getHandshakeStatus());
  }

  private @Nullable SSLException receive(byte[] answer) {
    try {
      step(client, toClient, fromClient);
      replace(answer);
      for (int round = 0; round < MAX_ROUNDS && toClient.hasRemaining(); round++) {
        step(client, toClient, fromClient);
      }
      return null;
    } catch (SSLException e) {
      return e;
    }
  }

  /** Reads and writes until the engine needs more from the other side. */
  private static void step(SSLEngine engine, ByteBuffer in, ByteBuffer out) throws SSLException {
    if (engine.getHandshakeStatus() == HandshakeStatus.NOT_HANDSHAKING && !isStarted(engine)) {
      engine.beginHandshake();
    }
    for (int i = 0; i < MAX_ROUNDS; i++) {
      switch (engine.getHandshakeStatus()) {
        case NEED_TASK -> runTasks(engine);
        case NEED_WRAP -> write(engine, out);
        case NEED_UNWRAP, NEED_UNWRAP_AGAIN -> {
          int before = in.remaining();
          engine.unwrap(in, ByteBuffer.allocate(BUFFER_BYTES));
          if (in.remaining() == before
              && engine.getHandshakeStatus() == HandshakeStatus.NEED_UNWRAP) {
            return;
          }
        }
        case NOT_HANDSHAKING, FINISHED -> {
          if (!in.hasRemaining()) {
            return;
          }
          engine.unwrap(in, ByteBuffer.allocate(BUFFER_BYTES));
        }
      }
    }
  }

  private void sendAlert(SSLEngine server) {
    try {
      write(server, toClient);
    } catch (SSLException e) {
      throw new AssertionError("the server cannot send its alert", e);
    }
  }

  private static void write(SSLEngine engine, ByteBuffer out) throws SSLException {
    out.compact();
    try {
      engine.wrap(ByteBuffer.allocate(0), out);
    } finally {
      out.flip();
    }
  }

  private static void runTasks(SSLEngine engine) {
    for (Runnable task = engine.getDelegatedTask();
        task != null;
        task = engine.getDelegatedTask()) {
      task.run();
    }
  }

  private byte[] remaining() {
    byte[] bytes = new byte[toClient.remaining()];
    toClient.duplicate().get(bytes);
    return bytes;
  }

  private void replace(byte[] bytes) {
    toClient.clear();
    toClient.put(bytes).flip();
  }

  private static boolean isStarted(SSLEngine engine) {
    return !engine.getSession().getCipherSuite().contains("NULL")
        || engine.isInboundDone()
        || engine.isOutboundDone();
  }

  private static boolean isIdle(SSLEngine engine) {
    return engine.getHandshakeStatus() == HandshakeStatus.NOT_HANDSHAKING;
  }
}
