package org.xpcom4j.registry.testing;

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
import org.xpcom4j.registry.thread.EventLoop;
import org.xpcom4j.registry.thread.ThreadManager;

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

  /** Makes an extension; the manager comes with each test. */
  public Threads() {}

  /** What a test does on a thread of its own. */
  @FunctionalInterface
  public interface Work {
    /**
     * Does it.
     *
     * @throws Exception and the test fails
     */
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

  /** The threads that a manager made and that do not end; one may just be about to. */
  private static List<String> ours() throws InterruptedException {
    List<String> left = new ArrayList<>();
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().startsWith("xpcom-")) {
        thread.join(LIMIT.toMillis());
        if (thread.isAlive()) {
          left.add(thread.getName() + " is still at " + where(thread));
        }
      }
    }
    return left;
  }

  /**
   * Returns this test's manager.
   *
   * @return an open one, unless the test has closed it
   */
  public ThreadManager manager() {
    return manager;
  }

  /**
   * Returns the loop of the test's own thread.
   *
   * @return the main thread
   */
  public EventLoop main() {
    return manager.getMainThread();
  }

  /**
   * Makes a thread that runs its loop.
   *
   * @return the thread
   */
  public EventLoop made() {
    return manager.newThread(0);
  }

  /**
   * Starts a thread that no manager made.
   *
   * @param work what it does
   * @return the thread
   */
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

  /**
   * Runs something on a thread that no manager made, and waits for its end.
   *
   * @param work what it does
   * @throws InterruptedException if the test is interrupted
   */
  public void elsewhere(Work work) throws InterruptedException {
    Thread thread = start(work);
    thread.join(LIMIT.toMillis());
    assertTrue(!thread.isAlive(), () -> thread + " is still at " + where(thread));
  }

  /**
   * Waits for the end of all threads that were started.
   *
   * @throws InterruptedException if the test is interrupted
   */
  public void joinAll() throws InterruptedException {
    for (Thread thread : started) {
      thread.join(LIMIT.toMillis());
      assertTrue(!thread.isAlive(), () -> thread + " is still at " + where(thread));
    }
  }

  /**
   * Waits for a latch.
   *
   * @param latch the latch
   * @throws InterruptedException if the test is interrupted
   */
  public static void await(CountDownLatch latch) throws InterruptedException {
    assertTrue(latch.await(LIMIT.toSeconds(), TimeUnit.SECONDS), "nothing came within " + LIMIT);
  }
}
