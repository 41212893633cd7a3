package org.xpcom4j.necko.transport;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.xpcom4j.necko.protocol.CloseStatus;
import org.xpcom4j.result.Nsresult;

/** Writes down what it hears, one line a call, and lets a test wait for it. */
class RecordingListener implements ConnectionListener {
  private final List<String> calls = new ArrayList<>();
  private final List<String> threads = new ArrayList<>();
  private @Nullable EndReason end;
  private @Nullable SSLException tlsFailure;
  private @Nullable String cipherSuite;
  private @Nullable Connection connection;

  /** Messages are consumed at once when a connection is set. */
  synchronized void consumeFor(Connection connection) {
    this.connection = connection;
    notifyAll();
  }

  @Override
  public synchronized void secured(SSLEngine engine, @Nullable SSLException failure) {
    tlsFailure = failure;
    cipherSuite = engine.getSession().getCipherSuite();
    add(failure == null ? "secured" : "not secured");
  }

  @Override
  public synchronized void opened(String protocol, String extensions) {
    add("opened \"" + protocol + "\" \"" + extensions + "\"");
  }

  @Override
  public void text(String message, int payloadBytes) {
    add("text \"" + cut(message) + "\" " + payloadBytes);
    consumed(payloadBytes);
  }

  @Override
  public void binary(byte[] message) {
    add("binary " + message.length);
    consumed(message.length);
  }

  @Override
  public void acknowledged(int payloadBytes) {
    add("acknowledged " + payloadBytes);
  }

  @Override
  public void closeReceived(CloseStatus status) {
    add("close " + status.code() + " \"" + status.reason() + "\"");
  }

  @Override
  public synchronized void ended(EndReason reason) {
    end = reason;
    add("ended " + Nsresult.nameOf(reason.status()));
  }

  @Override
  public void batchEnded() {
    // Batches have a test of their own.
  }

  /** Waits for the end and returns all calls. */
  synchronized List<String> awaitEnd() throws InterruptedException {
    await(call -> call.startsWith("ended"), 1);
    return List.copyOf(calls);
  }

  synchronized EndReason end() throws InterruptedException {
    awaitEnd();
    if (end == null) {
      throw new AssertionError("no reason");
    }
    return end;
  }

  synchronized @Nullable SSLException tlsFailure() {
    return tlsFailure;
  }

  synchronized @Nullable String cipherSuite() {
    return cipherSuite;
  }

  synchronized List<String> calls() {
    return List.copyOf(calls);
  }

  synchronized List<String> threads() {
    return List.copyOf(threads);
  }

  void await(String call) throws InterruptedException {
    await(call, 1);
  }

  void await(String call, int times) throws InterruptedException {
    await(call::equals, times);
  }

  private synchronized void await(Predicate<String> wanted, int times) throws InterruptedException {
    long deadline = System.nanoTime() + Limits.GENEROUS.toNanos();
    while (calls.stream().filter(wanted).count() < times) {
      long millis = (deadline - System.nanoTime()) / 1_000_000;
      if (millis <= 0) {
        throw new AssertionError("waited in vain; heard so far: " + calls);
      }
      wait(millis);
    }
  }

  private synchronized void add(String call) {
    calls.add(call);
    threads.add(Thread.currentThread().getName());
    notifyAll();
  }

  private synchronized void consumed(int payloadBytes) {
    if (connection != null) {
      connection.consumed(payloadBytes);
    }
  }

  private static String cut(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "…";
  }
}
