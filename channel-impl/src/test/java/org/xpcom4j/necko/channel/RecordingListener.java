package org.xpcom4j.necko.channel;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.xpcom4j.interfaces.nsISupports;
import org.xpcom4j.interfaces.nsIWebSocketListener;
import org.xpcom4j.result.Nsresult;

/** Writes down each call, and does what the test asks for when it comes. */
final class RecordingListener implements nsIWebSocketListener {
  private final List<String> calls = new ArrayList<>();
  private final Set<Thread> threads = new HashSet<>();
  private Consumer<String> reaction = call -> {};
  private boolean stopped;

  /** What to do inside each call; given the call as it is written down. */
  RecordingListener reacting(Consumer<String> newReaction) {
    reaction = newReaction;
    return this;
  }

  synchronized List<String> calls() {
    return List.copyOf(calls);
  }

  synchronized boolean has(String call) {
    return calls.contains(call);
  }

  synchronized boolean isStopped() {
    return stopped;
  }

  synchronized Set<Thread> threads() {
    return Set.copyOf(threads);
  }

  @Override
  public void onStart(@Nullable nsISupports aContext) {
    record("onStart");
  }

  @Override
  public void onStop(@Nullable nsISupports aContext, long aStatusCode) {
    synchronized (this) {
      stopped = true;
    }
    record("onStop " + Nsresult.nameOf(aStatusCode));
  }

  @Override
  public void onMessageAvailable(@Nullable nsISupports aContext, String aMsg) {
    record("text " + aMsg);
  }

  @Override
  public void onBinaryMessageAvailable(@Nullable nsISupports aContext, byte[] aMsg) {
    record("binary " + aMsg.length);
  }

  @Override
  public void onAcknowledge(@Nullable nsISupports aContext, long aSize) {
    record("acknowledge " + aSize);
  }

  @Override
  public void onServerClose(@Nullable nsISupports aContext, int aCode, String aReason) {
    record("serverClose " + aCode + " " + aReason);
  }

  private void record(String call) {
    synchronized (this) {
      calls.add(call);
      threads.add(Thread.currentThread());
    }
    reaction.accept(call);
  }
}
