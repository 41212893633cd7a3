package org.xpcom4j.necko.transport;

import static org.xpcom4j.result.Nsresult.NS_ERROR_ILLEGAL_DURING_SHUTDOWN;

import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.util.concurrent.Future;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xpcom4j.necko.protocol.ZlibPool;
import org.xpcom4j.result.XpcomException;

/**
 * Opens connections, and owns the threads they live on ({@code xpcom-socket-N}, {@code xpcom-resolver-N}), which start
 * with the first connection. Safe for use by any thread.
 */
public final class SocketTransport implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SocketTransport.class);
  private static final int MAX_THREADS = 4;
  private static final long CLOSE_SECONDS = 3;

  private final SocketKind kind;
  private final HostResolver resolver = new HostResolver();
  private final ZlibPool zlib = new ZlibPool(MAX_THREADS);

  private final Object lock = new Object();
  private final Set<SocketConnection> live = new HashSet<>(); // guarded by lock
  private @Nullable EventLoopGroup threads; // guarded by lock
  private boolean isClosed; // guarded by lock

  /** Makes a transport that has no threads yet. */
  public SocketTransport() {
    this(SocketKind.best());
  }

  SocketTransport(SocketKind kind) {
    this.kind = kind;
  }

  /**
   * Starts to connect and returns at once. How it goes on, good or bad, the listener hears on a socket thread.
   *
   * @param request where to connect
   * @param tls makes the engine of a secure connection
   * @param listener hears what happens, until {@link ConnectionListener#ended}
   * @return the connection that is being made
   * @throws XpcomException {@code NS_ERROR_ILLEGAL_DURING_SHUTDOWN} once the transport is closed; the listener hears
   *     nothing then
   */
  public Connection connect(ConnectRequest request, TlsEngines tls, ConnectionListener listener) {
    SocketConnection connection;
    synchronized (lock) {
      EventLoop loop = nextLoop();
      Opener opener = new Opener(request, tls, loop, kind, resolver);
      connection = new SocketConnection(request, opener, listener, loop, zlib, this::forget);
      live.add(connection);
    }
    connection.start();
    return connection;
  }

  /**
   * Ends every connection with {@code NS_ERROR_ABORT} and stops the threads. Returns when they are gone, or after three
   * seconds; from one of the socket threads, at once.
   */
  @Override
  public void close() {
    EventLoopGroup started;
    List<SocketConnection> ending;
    synchronized (lock) {
      isClosed = true;
      started = threads;
      threads = null;
      ending = List.copyOf(live);
    }
    ending.forEach(SocketConnection::shutDown);
    resolver.close();
    if (started != null) {
      stop(started);
    }
    zlib.close();
  }

  private EventLoop nextLoop() {
    if (isClosed) {
      throw new XpcomException(
          NS_ERROR_ILLEGAL_DURING_SHUTDOWN, "networking has shut down; nothing can be opened");
    }
    EventLoopGroup group = threads;
    if (group == null) {
      int count = Math.min(MAX_THREADS, Runtime.getRuntime().availableProcessors());
      group =
          new MultiThreadIoEventLoopGroup(
              count, new SocketThreads("xpcom-socket-"), kind.ioHandlers());
      threads = group;
    }
    return group.next();
  }

  private void forget(SocketConnection connection) {
    synchronized (lock) {
      live.remove(connection);
    }
  }

  private static void stop(EventLoopGroup group) {
    boolean mayWait = !isOneOf(group);
    try {
      if (mayWait) {
        awaitTasks(
            group); // sockets are closed there: the threads may stop without looking for them
      }
      Future<?> stopped = group.shutdownGracefully(0, CLOSE_SECONDS, TimeUnit.SECONDS);
      if (mayWait && !stopped.await(CLOSE_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("socket threads still run {} s after they were told to stop", CLOSE_SECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean isOneOf(EventLoopGroup group) {
    for (var executor : group) {
      if (executor.inEventLoop()) {
        return true;
      }
    }
    return false;
  }

  /** Waits until each thread has done what it was given so far. */
  private static void awaitTasks(EventLoopGroup group) {
    List<Future<?>> marks = new ArrayList<>();
    group.forEach(executor -> marks.add(executor.submit(() -> {})));
    for (Future<?> mark : marks) {
      if (!mark.awaitUninterruptibly(1, TimeUnit.SECONDS)) {
        return; // that thread is stuck in a listener; the others are told to stop all the same
      }
    }
  }
}
