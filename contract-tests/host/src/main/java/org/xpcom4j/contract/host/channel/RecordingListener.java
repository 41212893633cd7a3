package org.xpcom4j.contract.host.channel;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.xpcom4j.interfaces.nsISupports;
import org.xpcom4j.interfaces.nsIWebSocketListener;
import org.xpcom4j.result.Nsresult;

/** Keeps every call in the order in which it came; read it on the thread that opened the channel. */
public final class RecordingListener implements nsIWebSocketListener {
  private final nsISupports context;
  private final List<ListenerCall> calls = new ArrayList<>();
  private int taken;
  private @Nullable String lastText;
  private byte @Nullable [] lastBinary;
  private @Nullable Long stopStatus;

  /**
   * Makes a listener without calls.
   *
   * @param context what the host gives to {@code asyncOpen}, to be recognised in each call
   */
  public RecordingListener(nsISupports context) {
    this.context = context;
  }

  /**
   * Returns the calls that this method has not returned yet.
   *
   * @return the new calls, oldest first
   */
  public List<ListenerCall> takeCalls() {
    List<ListenerCall> fresh = List.copyOf(calls.subList(taken, calls.size()));
    taken = calls.size();
    return fresh;
  }

  /**
   * Tells how many calls of one method have come so far.
   *
   * @param method the method's name
   * @return the number of calls, taken or not
   */
  public long count(String method) {
    return calls.stream().filter(call -> call.method().equals(method)).count();
  }

  /**
   * Returns the text of the newest text message.
   *
   * @return the text, or null when none came
   */
  public @Nullable String lastText() {
    return lastText;
  }

  /**
   * Returns the bytes of the newest binary message.
   *
   * @return the bytes, or null when none came
   */
  public byte @Nullable [] lastBinary() {
    return lastBinary == null ? null : lastBinary.clone();
  }

  /**
   * Returns what {@code onStop} brought.
   *
   * @return the status, or empty before {@code onStop}
   */
  public OptionalLong stopStatus() {
    return stopStatus == null ? OptionalLong.empty() : OptionalLong.of(stopStatus);
  }

  @Override
  public void onStart(nsISupports aContext) {
    record("onStart", aContext);
  }

  @Override
  public void onStop(nsISupports aContext, long aStatusCode) {
    stopStatus = aStatusCode;
    record("onStop", aContext, Nsresult.nameOf(aStatusCode));
  }

  @Override
  public void onMessageAvailable(nsISupports aContext, String aMsg) {
    lastText = aMsg;
    record("onMessageAvailable", aContext, Payloads.describe(aMsg));
  }

  @Override
  public void onBinaryMessageAvailable(nsISupports aContext, byte[] aMsg) {
    lastBinary = aMsg.clone();
    record("onBinaryMessageAvailable", aContext, Payloads.describe(aMsg));
  }

  @Override
  public void onAcknowledge(nsISupports aContext, long aSize) {
    record("onAcknowledge", aContext, Long.toString(aSize));
  }

  @Override
  public void onServerClose(nsISupports aContext, int aCode, String aReason) {
    record("onServerClose", aContext, Integer.toString(aCode), Payloads.describe(aReason));
  }

  private void record(String method, nsISupports given, String... others) {
    List<String> arguments = new ArrayList<>();
    arguments.add(given == context ? "context" : "another context");
    arguments.addAll(List.of(others));
    calls.add(new ListenerCall(method, arguments, Thread.currentThread().getName()));
  }
}
