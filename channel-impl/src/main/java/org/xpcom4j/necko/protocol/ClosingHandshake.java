package org.xpcom4j.necko.protocol;

import org.jspecify.annotations.Nullable;

/**
 * How far the closing handshake has come (RFC 6455, section 7.1). Each event returns the next state; the clock and the
 * socket are somebody else's. Whatever happens after the end changes nothing.
 */
public sealed interface ClosingHandshake {
  /**
   * {@return the state before any Close frame}
   */
  static ClosingHandshake open() {
    return new Open();
  }

  /**
   * Our side wants to close: with that status, unless its Close frame is settled already.
   *
   * @param status what we say
   * @return the next state
   */
  ClosingHandshake asked(CloseStatus status);

  /**
   * Our Close frame is out.
   *
   * @return the next state
   */
  ClosingHandshake sent();

  /**
   * The peer's Close frame has come. It is answered with its own code, unless our Close frame is settled already.
   *
   * @param status what it says
   * @return the next state
   */
  ClosingHandshake received(CloseStatus status);

  /**
   * The time that the peer has is over.
   *
   * @return the next state
   */
  ClosingHandshake timedOut();

  /**
   * The stream has ended, in whatever way.
   *
   * @return the next state
   */
  ClosingHandshake lost();

  /**
   * {@return what our Close frame says, or null when none is to be sent}
   */
  @Nullable CloseStatus ours();

  /**
   * {@return what the peer's Close frame says, or null when none has come}
   */
  @Nullable CloseStatus theirs();

  /**
   * {@return whether what the peer sends still counts}
   */
  default boolean isPeerHeard() {
    return theirs() == null && !isOver();
  }

  /**
   * {@return whether the peer has to do something, and only so much time for it}
   */
  default boolean isTimed() {
    return ours() != null && !isOver();
  }

  /**
   * {@return whether this is the end}
   */
  default boolean isOver() {
    return false;
  }

  /** No Close frame yet, in either direction. */
  record Open() implements ClosingHandshake {
    @Override
    public ClosingHandshake asked(CloseStatus status) {
      return new Closing(status);
    }

    @Override
    public ClosingHandshake sent() {
      throw new IllegalStateException("there was no Close frame to send");
    }

    @Override
    public ClosingHandshake received(CloseStatus status) {
      return new CloseReceived(new CloseStatus(status.code(), ""), status);
    }

    @Override
    public ClosingHandshake timedOut() {
      return this; // nobody waits for anything
    }

    @Override
    public ClosingHandshake lost() {
      return new Lost(null, null);
    }

    @Override
    public @Nullable CloseStatus ours() {
      return null;
    }

    @Override
    public @Nullable CloseStatus theirs() {
      return null;
    }
  }

  /**
   * Our Close frame waits behind what is sent before it.
   *
   * @param ours what it will say
   */
  record Closing(CloseStatus ours) implements ClosingHandshake {
    @Override
    public ClosingHandshake asked(CloseStatus again) {
      return this; // the first status stands
    }

    @Override
    public ClosingHandshake sent() {
      return new CloseSent(ours);
    }

    @Override
    public ClosingHandshake received(CloseStatus status) {
      return new CloseReceived(ours, status);
    }

    @Override
    public ClosingHandshake timedOut() {
      return new TimedOut(ours, null, false);
    }

    @Override
    public ClosingHandshake lost() {
      return new Lost(ours, null);
    }

    @Override
    public @Nullable CloseStatus theirs() {
      return null;
    }
  }

  /**
   * We wait for the peer's Close frame.
   *
   * @param ours what we said
   */
  record CloseSent(CloseStatus ours) implements ClosingHandshake {
    @Override
    public ClosingHandshake asked(CloseStatus again) {
      return this;
    }

    @Override
    public ClosingHandshake sent() {
      return this;
    }

    @Override
    public ClosingHandshake received(CloseStatus status) {
      return new Clean(ours, status);
    }

    @Override
    public ClosingHandshake timedOut() {
      return new TimedOut(ours, null, true);
    }

    @Override
    public ClosingHandshake lost() {
      return new Lost(ours, null);
    }

    @Override
    public @Nullable CloseStatus theirs() {
      return null;
    }
  }

  /**
   * The peer waits for our Close frame.
   *
   * @param ours what it will say
   * @param theirs what the peer said
   */
  record CloseReceived(CloseStatus ours, CloseStatus theirs) implements ClosingHandshake {
    @Override
    public ClosingHandshake asked(CloseStatus again) {
      return this;
    }

    @Override
    public ClosingHandshake sent() {
      return new Clean(ours, theirs);
    }

    @Override
    public ClosingHandshake received(CloseStatus again) {
      return this; // nothing counts after the first
    }

    @Override
    public ClosingHandshake timedOut() {
      return new TimedOut(ours, theirs, false);
    }

    @Override
    public ClosingHandshake lost() {
      return new Lost(ours, theirs);
    }
  }

  /** The end, after which nothing changes. */
  sealed interface Over extends ClosingHandshake {
    @Override
    default ClosingHandshake asked(CloseStatus status) {
      return this;
    }

    @Override
    default ClosingHandshake sent() {
      return this;
    }

    @Override
    default ClosingHandshake received(CloseStatus status) {
      return this;
    }

    @Override
    default ClosingHandshake timedOut() {
      return this;
    }

    @Override
    default ClosingHandshake lost() {
      return this;
    }

    @Override
    default boolean isOver() {
      return true;
    }
  }

  /**
   * Both Close frames were exchanged.
   *
   * @param ours what we said
   * @param theirs what the peer said
   */
  record Clean(CloseStatus ours, CloseStatus theirs) implements Over {}

  /**
   * The peer did not do its part in time.
   *
   * @param ours what our Close frame says
   * @param theirs what the peer said, or null
   * @param isSent whether our Close frame is out, and the peer's is missing; else the peer did not take ours
   */
  record TimedOut(CloseStatus ours, @Nullable CloseStatus theirs, boolean isSent) implements Over {}

  /**
   * The stream ended before both Close frames were exchanged.
   *
   * @param ours what our Close frame says, sent or not, or null
   * @param theirs what the peer said, or null
   */
  record Lost(@Nullable CloseStatus ours, @Nullable CloseStatus theirs) implements Over {}
}
