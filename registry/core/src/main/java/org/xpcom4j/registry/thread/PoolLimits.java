package org.xpcom4j.registry.thread;

/**
 * How many threads a pool has, and for how long.
 *
 * @param threads the most at a time
 * @param idleThreads the most that wait for work, never more than the former
 * @param idleMillis how long they wait; {@link #FOREVER} for ever
 */
record PoolLimits(int threads, int idleThreads, long idleMillis) {

  static final long FOREVER = 0xFFFF_FFFFL;
  static final PoolLimits DEFAULTS = new PoolLimits(4, 1, 60_000);

  PoolLimits withThreads(int limit) {
    return new PoolLimits(limit, Math.min(idleThreads, limit), idleMillis);
  }

  PoolLimits withIdleThreads(int limit) {
    return new PoolLimits(threads, Math.min(limit, threads), idleMillis);
  }

  PoolLimits withIdleMillis(long millis) {
    return new PoolLimits(threads, idleThreads, millis);
  }
}
