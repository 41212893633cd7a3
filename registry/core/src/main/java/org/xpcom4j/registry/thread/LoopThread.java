package org.xpcom4j.registry.thread;

import static org.xpcom4j.result.Nsresult.NS_ERROR_UNEXPECTED;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xpcom4j.registry.manager.Daemons;
import org.xpcom4j.result.XpcomException;

/**
 * The life of a thread that runs nothing but its event loop, from start to acknowledged end.
 *
 * <p>It is a daemon: a thread that somebody forgot must not keep the JVM alive.
 */
final class LoopThread implements Runnable, Ending {

  private static final Logger LOG = LoggerFactory.getLogger(EventLoop.class);

  private final EventLoop loop;
  private final Thread thread;

  /** Threads that must end before this one. */
  private final AtomicInteger children = new AtomicInteger();

  private final Object lock = new Object();

  /** What to do when the thread has ended; guarded by lock. */
  private final List<Runnable> onEnd = new ArrayList<>();

  private volatile boolean stopping; // written under lock
  private volatile boolean abandoned;
  private volatile boolean ended; // written under lock

  LoopThread(ThreadManager manager, String name, long stackSize) {
    this.thread = Daemons.make(this, name, stackSize);
    this.loop = new EventLoop(manager, thread, this);
  }

  EventLoop loop() {
    return loop;
  }

  @Override
  public boolean hasEnded() {
    return ended;
  }

  void start() {
    thread.start();
  }

  @Override
  public void run() {
    try {
      runLoop();
    } finally {
      if (!loop.mailbox().isClosed()) {
        dropEvents();
      }
      tellEnd();
    }
  }

  private void runLoop() {
    Mailbox mailbox = loop.mailbox();
    while (!abandoned) {
      if (!loop.runNext()) {
        if (stopping && children.get() == 0) {
          if (mailbox.closeIfEmpty()) {
            return;
          }
        } else {
          mailbox.sleep(Mailbox.FOREVER);
        }
      }
      // An interrupt is for the event that ran when it came: it must not reach the next one, nor a
      // loop that could then not sleep.
      boolean unused = Thread.interrupted();
    }
  }

  private void dropEvents() {
    int dropped = loop.mailbox().abandon();
    if (dropped > 0) {
      LOG.warn("thread {} was given up with {} events that never ran", thread.getName(), dropped);
    }
  }

  private void tellEnd() {
    List<Runnable> actions;
    synchronized (lock) {
      ended = true;
      actions = List.copyOf(onEnd);
      onEnd.clear();
    }
    actions.forEach(Runnable::run);
  }

  /** Tells the thread to end once it has nothing left to do. */
  void stop(Runnable whenEnded) {
    synchronized (lock) {
      if (stopping) {
        throw new XpcomException(
            NS_ERROR_UNEXPECTED, "thread " + thread.getName() + " is shut down already");
      }
      stopping = true;
      whenEnded(whenEnded);
    }
    loop.wake();
  }

  @Override
  public void ensureStopping() {
    synchronized (lock) {
      stopping = true;
    }
    loop.wake();
  }

  /** Tells another thread to end, and this one not to end before it. */
  void endAfter(LoopThread child) {
    children.incrementAndGet();
    try {
      child.stop(this::childEnded);
    } catch (XpcomException refused) {
      children.decrementAndGet();
      throw refused;
    }
  }

  private void childEnded() {
    children.decrementAndGet();
    loop.wake();
  }

  @Override
  public void whenEnded(Runnable action) {
    synchronized (lock) {
      if (!ended) {
        onEnd.add(action);
        return;
      }
    }
    action.run();
  }

  @Override
  public void abandon() {
    if (ended) {
      return;
    }
    abandoned = true;
    thread.interrupt();
    loop.wake();
  }

  @Override
  public List<Thread> threads() {
    return List.of(thread);
  }
}
