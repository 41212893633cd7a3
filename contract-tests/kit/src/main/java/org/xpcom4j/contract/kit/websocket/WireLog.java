package org.xpcom4j.contract.kit.websocket;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What went over a connection, with times; keeps the first and the last entries of a long one. Thread-safe. */
public final class WireLog {
  private static final int KEPT_AT_START = 60;
  private static final int KEPT_AT_END = 40;

  /** Where an entry comes from. */
  public enum Origin {
    /** We sent it. */
    SENT,
    /** The peer sent it. */
    RECEIVED,
    /** A remark of ours. */
    NOTE
  }

  /**
   * One entry.
   *
   * @param at time since the log began
   * @param origin whose it is
   * @param text what it was
   */
  public record Entry(Duration at, Origin origin, String text) {}

  private final long start = System.nanoTime();
  private final List<Entry> entries = new ArrayList<>();
  private int leftOut;

  /** Starts an empty log. */
  public WireLog() {}

  /**
   * Adds an entry.
   *
   * @param origin whose it is
   * @param text what it was
   */
  public synchronized void add(Origin origin, String text) {
    entries.add(new Entry(Duration.ofNanos(System.nanoTime() - start), origin, text));
    if (entries.size() > KEPT_AT_START + KEPT_AT_END) {
      entries.remove(KEPT_AT_START);
      leftOut++;
    }
  }

  /**
   * Copies the entries; where some were left out, a note says how many.
   *
   * @return the entries so far, in order
   */
  public synchronized List<Entry> entries() {
    List<Entry> copy = new ArrayList<>(entries);
    if (leftOut > 0) {
      Duration at = entries.get(KEPT_AT_START).at();
      copy.add(KEPT_AT_START, new Entry(at, Origin.NOTE, leftOut + " entries left out"));
    }
    return List.copyOf(copy);
  }
}
