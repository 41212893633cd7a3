package org.xpcom4j.necko.channel;

import static org.xpcom4j.result.Nsresult.NS_ERROR_ALREADY_OPENED;
import static org.xpcom4j.result.Nsresult.NS_ERROR_NOT_CONNECTED;
import static org.xpcom4j.result.Nsresult.NS_ERROR_NOT_INITIALIZED;
import static org.xpcom4j.result.Nsresult.NS_ERROR_UNEXPECTED;

import org.xpcom4j.necko.protocol.CloseStatus;
import org.xpcom4j.result.XpcomException;

/** How far a channel has come, and what may be called then. Safe for any thread. */
final class LifeCycle {
  private enum Phase {
    NEW,
    OPENING,
    CONNECTING,
    OPEN,
    STOPPED
  }

  private Phase phase = Phase.NEW;
  private boolean closeRequested;
  private boolean serverClosed;

  /** Takes the one use that a channel has. */
  synchronized void beginOpening() {
    if (phase != Phase.NEW) {
      throw new XpcomException(
          NS_ERROR_ALREADY_OPENED, "a channel is opened once; create another instance");
    }
    phase = Phase.OPENING;
  }

  /** From now on there is something that close and cancel end; before, they are too early, as on a new channel. */
  synchronized void connecting() {
    phase = Phase.CONNECTING;
  }

  /** Gives the use back: {@code asyncOpen} refused. */
  synchronized void refuseOpening() {
    phase = Phase.NEW;
    closeRequested = false;
  }

  synchronized void opened() {
    phase = Phase.OPEN;
  }

  synchronized void serverClosed() {
    serverClosed = true;
  }

  synchronized void stopped() {
    phase = Phase.STOPPED;
  }

  synchronized boolean isNew() {
    return phase == Phase.NEW;
  }

  synchronized boolean isPending() {
    return phase != Phase.NEW && phase != Phase.STOPPED;
  }

  /**
   * Takes note of the host's {@code close}, and says whether there is something to do.
   *
   * @throws XpcomException {@code NS_ERROR_NOT_INITIALIZED} before opening, {@code NS_ERROR_INVALID_ARG} for what may
   *     not be sent, {@code NS_ERROR_NOT_CONNECTED} after the channel ended by itself; nothing has changed then
   */
  synchronized boolean beginClosing(int code, String reason) {
    if (isNothingToEnd()) {
      throw new XpcomException(NS_ERROR_NOT_INITIALIZED, "close() before asyncOpen()");
    }
    if (closeRequested) {
      return false;
    }
    CloseStatus status = CloseStatus.toSend(code, reason);
    if (phase == Phase.STOPPED) {
      if (!serverClosed && status.code() != CloseStatus.GOING_AWAY) {
        throw new XpcomException(NS_ERROR_NOT_CONNECTED, "close() after the channel has stopped");
      }
      return false;
    }
    closeRequested = true;
    return true;
  }

  /** Takes note that the request is cancelled, and says whether there is something to do. */
  synchronized boolean beginCancelling() {
    if (isNothingToEnd()) {
      throw new XpcomException(NS_ERROR_NOT_INITIALIZED, "cancel() before asyncOpen()");
    }
    closeRequested = true;
    return phase != Phase.STOPPED;
  }

  /** Passes if a message can be sent now. */
  synchronized void requireSending(String method) {
    if (isNothingToEnd() || phase == Phase.CONNECTING) {
      throw new XpcomException(NS_ERROR_UNEXPECTED, method + "() before onStart");
    }
    if (closeRequested) {
      throw new XpcomException(NS_ERROR_UNEXPECTED, method + "() after close()");
    }
    if (phase == Phase.STOPPED || serverClosed) {
      throw new XpcomException(NS_ERROR_NOT_CONNECTED, method + "() on a closed channel");
    }
  }

  private boolean isNothingToEnd() {
    return phase == Phase.NEW || phase == Phase.OPENING;
  }
}
