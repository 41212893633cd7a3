package org.xpcom4j.contract.kit.websocket;

/** The two sides of a connection. */
public enum Side {
  /** Connects, and masks its frames. */
  CLIENT,
  /** Listens. */
  SERVER;

  /**
   * Finds the other side.
   *
   * @return the other one
   */
  public Side other() {
    return this == CLIENT ? SERVER : CLIENT;
  }
}
