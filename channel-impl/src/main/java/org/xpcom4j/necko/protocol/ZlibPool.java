package org.xpcom4j.necko.protocol;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * Keeps a few deflaters and inflaters between messages, so that connections need none of their own while they are idle,
 * and making them anew, each with its memory outside the heap, is rare. Safe for use by any thread.
 */
public final class ZlibPool implements AutoCloseable {
  private final int maxIdle;
  private final Deque<Deflater> deflaters = new ArrayDeque<>(); // guarded by this
  private final Deque<Inflater> inflaters = new ArrayDeque<>(); // guarded by this
  private int live; // guarded by this
  private boolean isClosed; // guarded by this

  /**
   * Makes an empty pool.
   *
   * @param maxIdle the most of each kind to keep
   */
  public ZlibPool(int maxIdle) {
    this.maxIdle = maxIdle;
  }

  synchronized Deflater takeDeflater() {
    Deflater idle = deflaters.poll();
    if (idle != null) {
      return idle;
    }
    live++;
    return new Deflater(Deflater.DEFAULT_COMPRESSION, true);
  }

  synchronized Inflater takeInflater() {
    Inflater idle = inflaters.poll();
    if (idle != null) {
      return idle;
    }
    live++;
    return new Inflater(true);
  }

  synchronized void giveBack(Deflater used) {
    if (isClosed || deflaters.size() >= maxIdle) {
      live--;
      used.end();
    } else {
      used.reset();
      deflaters.push(used);
    }
  }

  synchronized void giveBack(Inflater used) {
    if (isClosed || inflaters.size() >= maxIdle) {
      live--;
      used.end();
    } else {
      used.reset();
      inflaters.push(used);
    }
  }

  /** How many deflaters and inflaters exist that are not ended, in use or idle. */
  synchronized int live() {
    return live;
  }

  /** Ends what is idle; what is still in use is ended when it is given back. */
  @Override
  public synchronized void close() {
    isClosed = true;
    live -= deflaters.size() + inflaters.size();
    deflaters.forEach(Deflater::end);
    inflaters.forEach(Inflater::end);
    deflaters.clear();
    inflaters.clear();
  }
}
