package org.xpcom4j.contract.host.command;

import java.io.PrintWriter;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.xpcom4j.contract.host.channel.Payloads;
import org.xpcom4j.interfaces.nsISupports;
import org.xpcom4j.interfaces.nsIWebSocketChannel;
import org.xpcom4j.interfaces.nsIWebSocketListener;

/** Prints each message that arrives, and keeps how far the connection has come. */
final class PrintingListener implements nsIWebSocketListener {
  private final PrintWriter out;
  private final Runnable acknowledged;
  private boolean isOutputLost;
  private boolean started;
  private long received;
  private boolean serverClosed;
  private int closeCode = nsIWebSocketChannel.CLOSE_NO_STATUS;
  private String closeReason = "";
  private @Nullable Long stopStatus;

  PrintingListener(PrintWriter out, Runnable acknowledged) {
    this.out = out;
    this.acknowledged = acknowledged;
  }

  /** Whether nobody reads any more what is printed, such as at the end of a pipe. */
  boolean isOutputLost() {
    return isOutputLost;
  }

  boolean started() {
    return started;
  }

  boolean stopped() {
    return stopStatus != null;
  }

  OptionalLong stopStatus() {
    return stopStatus == null ? OptionalLong.empty() : OptionalLong.of(stopStatus);
  }

  long received() {
    return received;
  }

  boolean serverClosed() {
    return serverClosed;
  }

  /** Whether the server said nothing, or that all is well. */
  boolean closedInPeace() {
    return closeCode == nsIWebSocketChannel.CLOSE_NORMAL
        || closeCode == nsIWebSocketChannel.CLOSE_GOING_AWAY
        || closeCode == nsIWebSocketChannel.CLOSE_NO_STATUS;
  }

  String describeClose() {
    String reason = closeReason.isEmpty() ? "" : " " + Payloads.describe(closeReason);
    return closeCode == nsIWebSocketChannel.CLOSE_NO_STATUS ? "no code" : closeCode + reason;
  }

  @Override
  public void onStart(nsISupports aContext) {
    started = true;
  }

  @Override
  public void onStop(nsISupports aContext, long aStatusCode) {
    stopStatus = aStatusCode;
  }

  @Override
  public void onMessageAvailable(nsISupports aContext, String aMsg) {
    received++;
    print(aMsg);
  }

  @Override
  public void onBinaryMessageAvailable(nsISupports aContext, byte[] aMsg) {
    received++;
    print("binary, " + Payloads.describe(aMsg));
  }

  private void print(String line) {
    out.println(line);
    isOutputLost |= out.checkError(); // which flushes
  }

  @Override
  public void onAcknowledge(nsISupports aContext, long aSize) {
    acknowledged.run();
  }

  @Override
  public void onServerClose(nsISupports aContext, int aCode, String aReason) {
    serverClosed = true;
    closeCode = aCode;
    closeReason = aReason;
  }
}
