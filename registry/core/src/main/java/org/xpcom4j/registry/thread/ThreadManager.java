package org.xpcom4j.registry.thread;

import static org.xpcom4j.result.Nsresult.NS_ERROR_ABORT;
import static org.xpcom4j.result.Nsresult.NS_ERROR_ILLEGAL_DURING_SHUTDOWN;
import static org.xpcom4j.result.Nsresult.NS_ERROR_ILLEGAL_VALUE;
import static org.xpcom4j.result.Nsresult.NS_ERROR_NOT_AVAILABLE;
import static org.xpcom4j.result.Nsresult.NS_ERROR_NOT_INITIALIZED;
import static org.xpcom4j.result.Nsresult.NS_ERROR_OUT_OF_MEMORY;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.xpcom4j.interfaces.nsIEventTarget;
import org.xpcom4j.interfaces.nsIThreadManager;
import org.xpcom4j.registry.component.Component;
import org.xpcom4j.registry.component.Scope;
import org.xpcom4j.registry.manager.MainThread;
import org.xpcom4j.registry.plugin.Forgetful;
import org.xpcom4j.result.XpcomException;

/**
 * The event loops of one registry: {@code @mozilla.org/thread-manager;1}.
 *
 * <p>Registries know nothing of each other: one Java thread may have a loop in each. The thread that
 * started the registry is the main thread. Threads made by {@link #newThread} are daemons named {@code
 * xpcom-thread-1} and so on.
 */
@Component(
    cid = "{7a4204c6-e45a-4c37-8ebb-6709a22c917c}",
    contracts = nsIThreadManager.NS_THREADMANAGER_CONTRACTID,
    scope = Scope.SERVICE)
public final class ThreadManager implements nsIThreadManager, EventLoops, Forgetful, AutoCloseable {

  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(10);

  private enum Phase {
    OPEN,
    /** The made threads are ending; only the main thread still takes events. */
    STOPPING,
    CLOSED
  }

  private final Duration closeLimit;
  private final Map<Thread, EventLoop> loops = new ConcurrentHashMap<>();
  private final List<HostLoop> hostLoops = new CopyOnWriteArrayList<>();

  /** Those that have threads. */
  private final Set<PoolQueue> pools = ConcurrentHashMap.newKeySet();

  /** Threads of pools: their loops run only while they wait for something. */
  private final Set<Thread> poolThreads = ConcurrentHashMap.newKeySet();

  private final EventLoop mainThread;
  private final Object lock = new Object();
  private volatile Phase phase = Phase.OPEN; // written under lock
  private int threadsMade; // guarded by lock
  private int sweepAt = 64; // guarded by lock

  /** Makes the calling thread the main thread. */
  public ThreadManager() {
    this(Thread.currentThread(), CLOSE_LIMIT);
  }

  @Inject
  ThreadManager(MainThread main) {
    this(main.thread(), CLOSE_LIMIT);
  }

  /** The limit is how long close waits for threads before it gives them up. */
  ThreadManager(Thread main, Duration closeLimit) {
    this.closeLimit = closeLimit;
    this.mainThread = new EventLoop(this, main, null);
    loops.put(main, mainThread);
  }

  /**
   * {@inheritDoc}
   *
   * @return the loop of the thread that started the registry
   * @throws XpcomException {@code NS_ERROR_NOT_INITIALIZED} after {@link #close}
   */
  @Override
  public EventLoop getMainThread() {
    requireNotClosed();
    return mainThread;
  }

  /**
   * {@inheritDoc}
   *
   * @return the calling thread's loop, made now if it had none
   * @throws XpcomException {@code NS_ERROR_NOT_INITIALIZED} after {@link #close}
   */
  @Override
  public EventLoop getCurrentThread() {
    EventLoop known = current();
    return known != null ? known : take(Thread.currentThread());
  }

  private EventLoop take(Thread thread) {
    synchronized (lock) {
      requireNotClosed();
      sweep();
      var loop = new EventLoop(this, thread, null);
      loops.put(thread, loop);
      return loop;
    }
  }

  /**
   * Forgets threads that are gone, at a constant cost for each. They cannot do it themselves: close
   * waits for a made thread until it is gone, and others end without telling us.
   */
  private void sweep() {
    if (loops.size() >= sweepAt) {
      loops.keySet().removeIf(thread -> thread.getState() == Thread.State.TERMINATED);
      sweepAt = Math.max(64, 2 * loops.size());
    }
  }

  /**
   * {@inheritDoc}
   *
   * @return whether the calling thread is the main thread; works at any time
   */
  @Override
  public boolean getIsMainThread() {
    return mainThread.isOnCurrentThread();
  }

  /**
   * {@inheritDoc}
   *
   * @param creationFlags ignored
   * @param stackSize in bytes, a hint, 0 for what the JVM takes by default
   * @return the running thread
   * @throws XpcomException {@code NS_ERROR_NOT_INITIALIZED} once {@link #close} has begun; {@code
   *     NS_ERROR_ILLEGAL_VALUE} if the stack size is negative; {@code NS_ERROR_OUT_OF_MEMORY} if the
   *     system gives no thread
   */
  @Override
  public EventLoop newThread(long creationFlags, long stackSize) {
    if (stackSize < 0) {
      throw new XpcomException(NS_ERROR_ILLEGAL_VALUE, "stack size is negative: " + stackSize);
    }
    synchronized (lock) {
      if (phase != Phase.OPEN) {
        throw new XpcomException(
            NS_ERROR_NOT_INITIALIZED, "the registry is closing and makes no more threads");
      }
      sweep();
      threadsMade++;
      var made = new LoopThread(this, "xpcom-thread-" + threadsMade, stackSize);
      loops.put(made.loop().thread(), made.loop());
      start(made);
      return made.loop();
    }
  }

  /**
   * {@inheritDoc}
   *
   * @param creationFlags ignored
   * @return the running thread
   * @throws XpcomException as {@link #newThread(long, long)}
   */
  @Override
  public EventLoop newThread(long creationFlags) {
    return newThread(creationFlags, DEFAULT_STACK_SIZE);
  }

  private void start(LoopThread made) {
    try {
      made.start();
    } catch (OutOfMemoryError refused) {
      forget(made.loop());
      throw new XpcomException(NS_ERROR_OUT_OF_MEMORY, "the system gives no more threads", refused);
    }
  }

  /**
   * {@inheritDoc}
   *
   * @return the calling thread's loop if it has one
   */
  @Override
  public Optional<EventLoop> findCurrent() {
    return Optional.ofNullable(current());
  }

  @Nullable EventLoop current() {
    return loops.get(Thread.currentThread());
  }

  /**
   * {@inheritDoc}
   *
   * @return an adopted loop that claims the calling thread, or else the thread's own loop
   */
  @Override
  public Optional<nsIEventTarget> findCurrentTarget() {
    for (HostLoop hostLoop : hostLoops) {
      if (hostLoop.isOnCurrentThread()) {
        return Optional.of(hostLoop);
      }
    }
    return poolThreads.contains(Thread.currentThread())
        ? Optional.empty()
        : Optional.ofNullable(current());
  }

  /**
   * {@inheritDoc}
   *
   * @param executor the host's loop
   * @param isOnThread whether the calling thread is the one that the executor runs on
   * @return the target
   * @throws XpcomException {@code NS_ERROR_NOT_INITIALIZED} after {@link #close}
   */
  @Override
  public HostLoop adopt(Executor executor, BooleanSupplier isOnThread) {
    var hostLoop =
        new HostLoop(this, Objects.requireNonNull(executor), Objects.requireNonNull(isOnThread));
    synchronized (lock) {
      requireNotClosed();
      hostLoops.add(hostLoop);
    }
    return hostLoop;
  }

  /**
   * {@inheritDoc}
   *
   * @param isGone tells which adopted loops are gone
   */
  @Override
  public void forget(Predicate<Object> isGone) {
    hostLoops.removeIf(loop -> loop.isOf(isGone));
  }

  /**
   * Ends all threads that {@link #newThread} made, then refuses everything.
   *
   * <p>From the start on only the main thread takes events. What is queued on the threads runs, and
   * so do the calling thread's own events if it has a loop. A thread that has not ended after ten
   * seconds, or when the caller is interrupted, is interrupted and its remaining events are dropped;
   * if it does not end then, it is named in the log and left (it is a daemon). Loops of other
   * threads that wait for events are woken and told {@code NS_ERROR_ILLEGAL_DURING_SHUTDOWN}.
   *
   * <p>May be called from any thread and more than once.
   */
  @Override
  public void close() {
    List<Ending> ending;
    synchronized (lock) {
      if (phase != Phase.OPEN) {
        return;
      }
      phase = Phase.STOPPING;
      ending = madeThreads();
      ending.addAll(pools);
    }
    new ThreadShutdown(ending, current(), closeLimit).run();
    synchronized (lock) {
      phase = Phase.CLOSED;
      hostLoops.clear();
    }
    loops.values().forEach(EventLoop::wake);
    loops.clear();
  }

  private List<Ending> madeThreads() {
    var made = new ArrayList<Ending>();
    for (EventLoop loop : loops.values()) {
      if (loop.made() != null) {
        made.add(loop.made());
      }
    }
    return made;
  }

  boolean isClosed() {
    return phase == Phase.CLOSED;
  }

  private void requireNotClosed() {
    if (isClosed()) {
      throw new XpcomException(NS_ERROR_NOT_INITIALIZED, "the registry is closed");
    }
  }

  void requireDispatchTo(EventLoop loop) {
    if (phase != Phase.OPEN && (phase == Phase.CLOSED || loop != mainThread)) {
      throw refusal();
    }
  }

  void requireDispatch() {
    if (phase != Phase.OPEN) {
      throw refusal();
    }
  }

  private static XpcomException refusal() {
    return new XpcomException(
        NS_ERROR_ILLEGAL_DURING_SHUTDOWN, "the registry is closing and takes no more events");
  }

  /** Whoever waits for an event elsewhere must be able to run its own. */
  EventLoop requireLoopToWait() {
    EventLoop waiter = current();
    if (waiter == null) {
      throw new XpcomException(
          NS_ERROR_NOT_AVAILABLE,
          "DISPATCH_SYNC needs an event loop on the calling thread "
              + Thread.currentThread().getName()
              + "\n  hint: read currentThread there once");
    }
    return waiter;
  }

  /** Waits for what was told to stop; runs the caller's events if it has a loop. */
  void awaitEnd(Ending ending) {
    List<Thread> threads = ending.threads();
    EventLoop waiter = current();
    if (waiter != null) {
      ending.whenEnded(waiter::wake);
      waiter.spinUntil(ending::hasEnded);
    }
    try {
      for (Thread thread : threads) {
        thread.join();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new XpcomException(
          NS_ERROR_ABORT, "interrupted while waiting for the end of " + threads, interrupted);
    }
  }

  /** Gives the calling thread a loop while it works for a pool. */
  void runInPool(Runnable work) {
    Thread thread = Thread.currentThread();
    poolThreads.add(thread);
    loops.put(thread, new EventLoop(this, thread, null));
    try {
      work.run();
    } finally {
      loops.remove(thread);
      poolThreads.remove(thread);
    }
  }

  /** A pool is about to start its first thread, and ends at the latest with the registry. */
  void add(PoolQueue pool) {
    synchronized (lock) {
      requireDispatch();
      pools.add(pool);
    }
  }

  void forget(PoolQueue pool) {
    pools.remove(pool);
  }

  /** How many threads are known to have a loop. */
  int loopCount() {
    return loops.size();
  }

  void forget(EventLoop loop) {
    loops.remove(loop.thread());
  }

  void forget(HostLoop hostLoop) {
    hostLoops.remove(hostLoop);
  }
}
