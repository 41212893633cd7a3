package org.xpcom4j.contract.host.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xpcom4j.interfaces.nsIEventTarget;
import org.xpcom4j.interfaces.nsIRunnable;
import org.xpcom4j.result.XpcomException;

/** Reads lines on a thread of its own, and has each handled on the host's. */
final class LineReader implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LineReader.class);

  private static final int MAX_LINES_AHEAD = 64;

  private final Semaphore room = new Semaphore(MAX_LINES_AHEAD);
  private final nsIEventTarget host;
  private final BiConsumer<LineReader, String> handler;
  private final Thread thread;
  private boolean ended; // host's thread only, as the next
  private @Nullable String failure;

  private LineReader(InputStream in, nsIEventTarget host, BiConsumer<LineReader, String> handler) {
    this.host = host;
    this.handler = handler;
    thread = new Thread(() -> read(in), "xpcom-stdin");
    thread.setDaemon(true); // a terminal's read cannot be interrupted
  }

  /**
   * Starts reading UTF-8 lines until the input ends. Reading pauses when too many lines were handed
   * over and are not {@linkplain #done done}.
   */
  static LineReader start(
      InputStream in, nsIEventTarget host, BiConsumer<LineReader, String> handler) {
    LineReader reader = new LineReader(in, host, handler);
    reader.thread.start();
    return reader;
  }

  /** Makes room for one more line. */
  void done() {
    room.release();
  }

  /** Whether all lines were handed over, and no more come. */
  boolean ended() {
    return ended;
  }

  /** Why reading ended early, or null. */
  @Nullable String failure() {
    return failure;
  }

  /** Stops handing lines over. */
  @Override
  public void close() {
    thread.interrupt();
  }

  private void read(InputStream in) {
    try {
      String failure = readLines(in);
      onHost(
          () -> {
            this.failure = failure;
            ended = true;
          });
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // closed
    } catch (XpcomException e) {
      LOG.debug("the host stopped listening to standard input", e);
    }
  }

  /** Returns why it stopped before the end, or null. */
  private @Nullable String readLines(InputStream in) throws InterruptedException {
    try {
      var decoder = StandardCharsets.UTF_8.newDecoder(); // reports what it cannot decode
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, decoder));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        room.acquire();
        String next = line;
        onHost(() -> handler.accept(this, next));
      }
      return null;
    } catch (CharacterCodingException e) {
      return "standard input is no well-formed UTF-8";
    } catch (IOException e) {
      return "standard input cannot be read: " + e.getMessage();
    }
  }

  private void onHost(nsIRunnable event) {
    host.dispatch(event, nsIEventTarget.DISPATCH_NORMAL);
  }
}
