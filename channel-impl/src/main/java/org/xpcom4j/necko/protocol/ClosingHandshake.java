package org.xpcom4j.necko.protocol;

/** How far the closing handshake has come (RFC 6455, section 7.1). Each event returns the next state. */
public sealed interface ClosingHandshake {
  /** Before any Close frame. */
  ClosingHandshake OPEN = new Open();

  /**
   * Our Close frame is out.
   *
   * @param ours what it says
   * @return the next state
   */
  ClosingHandshake sent(CloseStatus ours);

  /**
   * The peer's Close frame has come.
   *
   * @param theirs what it says
   * @return the next state
   */
  ClosingHandshake received(CloseStatus theirs);

  /** No Close frame yet, in either direction. */
  record Open() implements ClosingHandshake {
    @Override
    public ClosingHandshake sent(CloseStatus ours) {
      return new CloseSent(ours);
    }

    @Override
    public ClosingHandshake received(CloseStatus theirs) {
      return new CloseReceived(theirs);
    }
  }

  /**
   * We wait for the peer's Close frame.
   *
   * @param ours what we said
   */
  record CloseSent(CloseStatus ours) implements ClosingHandshake {
    @Override
    public ClosingHandshake sent(CloseStatus again) {
      return this; // the first status stands
    }

    @Override
    public ClosingHandshake received(CloseStatus theirs) {
      return new Clean(theirs);
    }
  }

  /**
   * The peer waits for our Close frame.
   *
   * @param theirs what it said
   */
  record CloseReceived(CloseStatus theirs) implements ClosingHandshake {
    @Override
    public ClosingHandshake sent(CloseStatus ours) {
      return new Clean(theirs);
    }

    @Override
    public ClosingHandshake received(CloseStatus again) {
      return this; // nothing counts after the first
    }
  }

  /**
   * Both Close frames were exchanged.
   *
   * @param theirs what the peer said
   */
  record Clean(CloseStatus theirs) implements ClosingHandshake {
    @Override
    public ClosingHandshake sent(CloseStatus ours) {
      return this;
    }

    @Override
    public ClosingHandshake received(CloseStatus again) {
      return this;
    }
  }
}
