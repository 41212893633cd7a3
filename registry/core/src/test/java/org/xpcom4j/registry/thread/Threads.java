package org.xpcom4j.registry.thread;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A thread manager whose main thread is the test's. After the test it is closed, and no thread of
 * ours may be left, nor any failure on a thread that the test started.
 */
public final class Threads implements BeforeEachCallback, AfterEachCallback {

  /** The one limit for everything that a test waits for. */
  public static final Duration LIMIT = Duration.ofSeconds(60);

  private final List<Thread> started = new ArrayList<>();
  private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
  private ThreadManager manager;

  /** What a test does on a thread of its own. */
  @FunctionalInterface
  public interface Work {
    /** Does it; what it throws fails the test. */
    void run() throws Exception;
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    manager = new ThreadManager();
  }

  @Override
  public void afterEach(ExtensionContext context) throws InterruptedException {
    manager.close();
    for (Thread thread : started) {
      thread.join(LIMIT.toMillis());
      assertTrue(!thread.isAlive(), () -> thread + " is still at " + where(thread));
    }
    assertEquals(List.of(), List.copyOf(failures), "failures on other threads");
    assertEquals(List.of(), ours(), "threads that are left");
  }

  private static String where(Thread thread) {
    return List.of(thread.getStackTrace()).toString();
  }

  /** The living threads that a manager made. */
  static List<String> ours() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.startsWith("xpcom-"))
        .toList();
  }

  ThreadManager manager() {
    return manager;
  }

  EventLoop main() {
    return manager.getMainThread();
  }

  EventLoop made() {
    return manager.newThread(0);
  }

  /** Starts a thread that no manager made. */
  public Thread start(Work work) {
    var thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (Throwable failure) {
                failures.add(failure);
              }
            },
            "test-thread-" + started.size());
    started.add(thread);
    thread.start();
    return thread;
  }

  /** Runs something on a thread that no manager made, and waits for its end. */
  void elsewhere(Work work) throws InterruptedException {
    Thread thread = start(work);
    thread.join(LIMIT.toMillis());
    assertTrue(!thread.isAlive(), () -> thread + " is still at " + where(thread));
  }

  static void await(CountDownLatch latch) throws InterruptedException {
    assertTrue(latch.await(LIMIT.toSeconds(), TimeUnit.SECONDS), "nothing came within " + LIMIT);
  }
}
