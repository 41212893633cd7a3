package org.xpcom4j.contract.kit.websocket;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * An open WebSocket connection in the hands of a script. Whatever bytes the script likes are sent, in whatever chunks;
 * what the peer sends is read all the time, by a thread of its own, and judged strictly. The whole connection has a
 * budget of time; when it is over the socket is closed, and whoever waits goes on.
 *
 * <p>One thread sends and one thread, the same or another, asks for events.
 */
public final class Wire implements AutoCloseable {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Duration LINGER = Duration.ofSeconds(5);

  private final Socket socket;
  private final OutputStream out;
  private final Side ours;
  private final WireLog log;
  private final long deadline;
  private final @Nullable MessageDeflater deflater;
  private final @Nullable MessageInflater inflater;
  private final BlockingQueue<PeerEvent> events = new LinkedBlockingQueue<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread reader;

  private @Nullable PeerEvent last; // script's thread only: what nothing follows

  Wire(
      Socket socket,
      InputStream in,
      Side ours,
      @Nullable Deflate deflate,
      WireLog log,
      long deadline)
      throws IOException {
    this.socket = socket;
    this.out = socket.getOutputStream();
    this.ours = ours;
    this.log = log;
    this.deadline = deadline;
    deflater = deflate == null ? null : deflate.deflater(ours);
    inflater = deflate == null ? null : deflate.inflater(ours.other());
    FrameReader frames = new FrameReader(in);
    PeerJudge judge = new PeerJudge(ours.other(), inflater);
    reader = new Thread(() -> read(frames, judge), "wire-reader-" + socket.getPort());
    reader.setDaemon(true);
    reader.start();
  }

  /**
   * Tells which side the script plays.
   *
   * @return our side
   */
  public Side side() {
    return ours;
  }

  /**
   * Gives access to what went over the wire.
   *
   * @return the log
   */
  public WireLog log() {
    return log;
  }

  /**
   * Sends a frame as our side has to encode it: masked with a random key if we are the client, its length in the
   * shortest form.
   *
   * @param frame the frame
   * @throws IOException when the connection is gone
   */
  public void send(Frame frame) throws IOException {
    send(List.of(frame), Chunks.WHOLE);
  }

  /**
   * Sends frames, as {@link #send(Frame)} encodes them, behind each other.
   *
   * @param frames the frames
   * @param chunks how to cut the bytes of all of them
   * @throws IOException when the connection is gone
   */
  public void send(List<Frame> frames, Chunks chunks) throws IOException {
    for (Frame frame : frames) {
      log.add(WireLog.Origin.SENT, frame.toString());
    }
    Octets.join(frames.stream().map(this::encode).toArray(Octets[]::new)).writeTo(out, chunks);
  }

  /**
   * Encodes a frame as {@link #send(Frame)} does.
   *
   * @param frame the frame
   * @return its bytes
   */
  public Octets encode(Frame frame) {
    return ours == Side.CLIENT
        ? FrameWriter.masked(frame, LengthForm.SHORTEST, RANDOM.nextInt())
        : FrameWriter.unmasked(frame, LengthForm.SHORTEST);
  }

  /**
   * Sends any bytes.
   *
   * @param bytes the bytes
   * @param chunks how to cut them
   * @param description what they are, for the log
   * @throws IOException when the connection is gone
   */
  public void sendBytes(Octets bytes, Chunks chunks, String description) throws IOException {
    log.add(WireLog.Origin.SENT, description + " (" + bytes + ")");
    bytes.writeTo(out, chunks);
  }

  /**
   * Compresses a message as the agreed permessage-deflate wants it, with the window of our side.
   *
   * @param message the message
   * @return the payload of a frame, or of fragments, of which the first has RSV1
   * @throws IllegalStateException when the extension was not agreed on
   */
  public Octets deflate(Octets message) {
    if (deflater == null) {
      throw new IllegalStateException("permessage-deflate was not agreed on");
    }
    return deflater.deflate(message);
  }

  /**
   * Ends our half of the stream.
   *
   * @throws IOException when the connection is gone
   */
  public void finishSending() throws IOException {
    log.add(WireLog.Origin.SENT, "end of the stream");
    socket.shutdownOutput();
  }

  /**
   * Waits for what the peer does next.
   *
   * @param limit how long to wait at most
   * @return the event; {@link PeerEvent.Silence} when there was none; the last one again when nothing follows it
   * @throws InterruptedException when the caller's thread is interrupted
   */
  public PeerEvent next(Duration limit) throws InterruptedException {
    if (last != null) {
      return last;
    }
    long nanos = Math.min(limit.toNanos(), Math.max(0, deadline - System.nanoTime()));
    PeerEvent event = events.poll(nanos, TimeUnit.NANOSECONDS);
    if (event == null) {
      return new PeerEvent.Silence();
    }
    if (event instanceof PeerEvent.End || event instanceof PeerEvent.Violation) {
      last = event;
    }
    return event;
  }

  /** Ends the connection by a reset, which may destroy what was sent before it. */
  public void reset() {
    log.add(WireLog.Origin.SENT, "reset of the connection");
    try {
      socket.setSoLinger(true, 0);
    } catch (IOException e) {
      log.add(WireLog.Origin.NOTE, "the socket takes no options any more: " + e.getMessage());
    }
    closeSocket();
  }

  /** Closes the socket, and waits for the reading thread to end. */
  @Override
  public void close() {
    closed.countDown();
    closeSocket();
    try {
      reader.join(LINGER.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (deflater != null && inflater != null) {
      deflater.close();
      inflater.close();
    }
  }

  private void read(FrameReader frames, PeerJudge judge) {
    try {
      while (true) {
        Optional<ReceivedFrame> frame = frames.read();
        if (frame.isEmpty()) {
          tell(new PeerEvent.End(false));
          break;
        }
        log.add(WireLog.Origin.RECEIVED, frame.get().frame().toString());
        Optional<PeerEvent> event = judge.take(frame.get());
        event.ifPresent(events::add);
      }
    } catch (BrokenRule e) {
      tell(e.event());
    } catch (IOException e) {
      if (closed.getCount() > 0) {
        log.add(WireLog.Origin.NOTE, "reading failed: " + e.getMessage());
        tell(new PeerEvent.End(true));
      }
    }
    closeWhenTimeIsOver();
  }

  private void tell(PeerEvent event) {
    log.add(WireLog.Origin.RECEIVED, event.toString());
    events.add(event);
  }

  /** A script may hang in a write that the peer never takes. */
  private void closeWhenTimeIsOver() {
    try {
      if (!closed.await(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
        log.add(WireLog.Origin.NOTE, "the time for this connection is over");
        closeSocket();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void closeSocket() {
    try {
      socket.close();
    } catch (IOException e) {
      log.add(WireLog.Origin.NOTE, "closing the socket failed: " + e.getMessage());
    }
  }
}
