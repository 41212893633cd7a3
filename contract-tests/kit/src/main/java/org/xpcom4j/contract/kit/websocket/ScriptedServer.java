package org.xpcom4j.contract.kit.websocket;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLContext;

/**
 * A WebSocket server on this machine that plays a script to every client. Each client has a thread and a budget of
 * time, so that no script lasts for ever; closing the server ends all of them.
 */
public final class ScriptedServer implements AutoCloseable {
  private static final int BACKLOG = 128;
  private static final Duration LINGER = Duration.ofSeconds(5);

  private final ServerSocket listening;
  private final Duration budget;
  private final WireScript script;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
  private final List<Exception> failures = new CopyOnWriteArrayList<>();
  private final AtomicInteger clients = new AtomicInteger();
  private final Thread acceptor;
  private volatile boolean isClosed;

  private ScriptedServer(ServerSocket listening, Duration budget, WireScript script) {
    this.listening = listening;
    this.budget = budget;
    this.script = script;
    acceptor = new Thread(this::acceptAll, "scripted-server-" + listening.getLocalPort());
    acceptor.setDaemon(true);
    acceptor.start();
  }

  /**
   * Starts a server without TLS on a free port of the loopback address.
   *
   * @param budget how long a client's connection may last
   * @param script what to do with each client
   * @return the listening server
   */
  public static ScriptedServer plain(Duration budget, WireScript script) {
    return listen(0, ServerSocketFactory.getDefault(), budget, script);
  }

  /**
   * Starts a server without TLS on a given port of the loopback address.
   *
   * @param port the port; 0 for a free one
   * @param budget how long a client's connection may last
   * @param script what to do with each client
   * @return the listening server
   * @throws UncheckedIOException when the port is taken
   */
  public static ScriptedServer plain(int port, Duration budget, WireScript script) {
    return listen(port, ServerSocketFactory.getDefault(), budget, script);
  }

  /**
   * Starts a server with TLS on a free port of the loopback address.
   *
   * @param tls has the server's certificate
   * @param budget how long a client's connection may last
   * @param script what to do with each client
   * @return the listening server
   */
  public static ScriptedServer withTls(SSLContext tls, Duration budget, WireScript script) {
    return withTls(0, tls, budget, script);
  }

  /**
   * Starts a server with TLS on a given port of the loopback address.
   *
   * @param port the port; 0 for a free one
   * @param tls has the server's certificate
   * @param budget how long a client's connection may last
   * @param script what to do with each client
   * @return the listening server
   * @throws UncheckedIOException when the port is taken
   */
  public static ScriptedServer withTls(
      int port, SSLContext tls, Duration budget, WireScript script) {
    return listen(port, tls.getServerSocketFactory(), budget, script);
  }

  /**
   * Tells where the server listens.
   *
   * @return the port
   */
  public int port() {
    return listening.getLocalPort();
  }

  /**
   * Ends all connections and stops listening.
   *
   * @throws IllegalStateException when a script failed; what it threw is the cause, further failures are suppressed.
   *     Whoever sends no whole request, or breaks off a TLS handshake, is no client, and no script begins
   */
  @Override
  public void close() {
    isClosed = true;
    closeQuietly(listening);
    sockets.forEach(ScriptedServer::closeQuietly);
    long end = System.nanoTime() + LINGER.toNanos();
    join(acceptor, end);
    threads.forEach(Thread::interrupt);
    threads.forEach(thread -> join(thread, end));
    if (!failures.isEmpty()) {
      IllegalStateException failure =
          new IllegalStateException(
              "a script failed: " + failures.get(0).getMessage(), failures.get(0));
      failures.stream().skip(1).forEach(failure::addSuppressed);
      failures.clear();
      throw failure;
    }
  }

  private static ScriptedServer listen(
      int port, ServerSocketFactory sockets, Duration budget, WireScript script) {
    ServerSocket listening = null;
    try {
      listening = sockets.createServerSocket();
      listening.setReuseAddress(true);
      listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
      return new ScriptedServer(listening, budget, script);
    } catch (IOException e) {
      if (listening != null) {
        closeQuietly(listening);
      }
      throw new UncheckedIOException("cannot listen on port " + port + ": " + e.getMessage(), e);
    }
  }

  private void acceptAll() {
    while (!isClosed) {
      try {
        serve(listening.accept());
      } catch (IOException e) {
        if (!isClosed) {
          failures.add(e);
        }
        return;
      }
    }
  }

  private void serve(Socket socket) {
    sockets.add(socket);
    Thread thread =
        new Thread(
            () -> play(socket), "scripted-server-" + port() + "-" + clients.incrementAndGet());
    thread.setDaemon(true);
    threads.add(thread);
    thread.start();
  }

  private void play(Socket socket) {
    try (socket) {
      Optional<IncomingConnection> client = receive(socket);
      if (client.isPresent()) {
        script.play(client.get());
      }
    } catch (InterruptedException | InterruptedIOException e) {
      if (!isClosed) {
        failures.add(e);
      }
    } catch (Exception e) { // the script's author hears it from close()
      if (!isClosed) {
        failures.add(e);
      }
    } finally {
      sockets.remove(socket);
      threads.remove(Thread.currentThread());
    }
  }

  /** Who breaks off a TLS handshake, or sends no whole request, is no client yet, and no script's failure. */
  private Optional<IncomingConnection> receive(Socket socket) {
    try {
      return IncomingConnection.receive(socket, budget);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static void join(Thread thread, long end) {
    try {
      thread.join(Math.max(1, (end - System.nanoTime()) / 1_000_000));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void closeQuietly(AutoCloseable socket) {
    try {
      socket.close();
    } catch (Exception e) {
      // A socket that cannot be closed is not open.
    }
  }
}
