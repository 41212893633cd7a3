package org.xpcom4j.necko.transport;

import io.netty.util.NetUtil;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Finds the addresses of hosts as the system does, which blocks, so on threads of its own that go when idle. */
final class HostResolver implements AutoCloseable {
  private static final int MAX_THREADS = 4;
  private static final int IDLE_SECONDS = 2;

  private final ThreadPoolExecutor threads;

  HostResolver() {
    threads =
        new ThreadPoolExecutor(
            MAX_THREADS,
            MAX_THREADS,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            new SocketThreads("xpcom-resolver-"));
    threads.allowCoreThreadTimeOut(true);
  }

  /**
   * Looks a host up.
   *
   * @param host a name, or an address without brackets, which needs no look-up
   * @param listeners where the listeners of the future run
   * @return all its addresses, the preferred one first
   */
  Future<List<InetAddress>> resolve(String host, EventExecutor listeners) {
    byte[] literal = NetUtil.createByteArrayFromIpAddressString(host);
    if (literal != null) {
      try {
        return listeners.newSucceededFuture(List.of(InetAddress.getByAddress(host, literal)));
      } catch (UnknownHostException e) {
        return listeners.newFailedFuture(e);
      }
    }
    Promise<List<InetAddress>> addresses = listeners.newPromise();
    try {
      threads.execute(() -> resolve(host, addresses));
    } catch (RejectedExecutionException e) {
      addresses.setFailure(e); // closed meanwhile; the connection is being cancelled
    }
    return addresses;
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }

  private static void resolve(String host, Promise<List<InetAddress>> addresses) {
    try {
      addresses.trySuccess(List.of(InetAddress.getAllByName(host)));
    } catch (UnknownHostException | SecurityException e) {
      addresses.tryFailure(e);
    }
  }
}
