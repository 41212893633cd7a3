package org.xpcom4j.registry.console;

import static org.xpcom4j.result.Nsresult.NS_ERROR_FAILURE;
import static org.xpcom4j.result.Nsresult.NS_ERROR_ILLEGAL_VALUE;
import static org.xpcom4j.result.Nsresult.NS_ERROR_NOT_SAME_THREAD;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xpcom4j.interfaces.nsIConsoleListener;
import org.xpcom4j.interfaces.nsIConsoleMessage;
import org.xpcom4j.interfaces.nsIConsoleService;
import org.xpcom4j.interfaces.nsIPrefBranch;
import org.xpcom4j.interfaces.nsIThreadManager;
import org.xpcom4j.registry.component.Component;
import org.xpcom4j.registry.component.ContractId;
import org.xpcom4j.registry.component.Scope;
import org.xpcom4j.registry.plugin.Forgetful;
import org.xpcom4j.registry.pref.Preferences;
import org.xpcom4j.result.XpcomException;

/**
 * Keeps the latest messages, and tells them on the main thread to whoever listened when they were
 * logged, in the order in which the listeners came.
 */
@Component(
    cid = "{7e3ff85c-1dd2-11b2-8d4b-eb452cb0ff40}",
    contracts = nsIConsoleService.NS_CONSOLESERVICE_CONTRACTID,
    scope = Scope.SERVICE)
final class ConsoleService implements nsIConsoleService, Forgetful, AutoCloseable {

  static final int KEPT = 250;

  private static final Logger LOG = LoggerFactory.getLogger(ConsoleService.class);

  private final nsIThreadManager threads;
  private final boolean enabled;
  private final boolean buffered;
  private final Clock clock = Clock.systemUTC();

  private final ArrayDeque<nsIConsoleMessage> messages = new ArrayDeque<>(); // guarded by this
  private final Set<nsIConsoleListener> listeners = new LinkedHashSet<>(); // guarded by this

  /** Whether a listener is being told something; used on the main thread only. */
  private boolean telling;

  @Inject
  ConsoleService(
      @ContractId(nsIThreadManager.NS_THREADMANAGER_CONTRACTID) nsIThreadManager threads,
      @ContractId(Preferences.SERVICE_CONTRACT) nsIPrefBranch preferences) {
    this.threads = threads;
    this.enabled = preferences.getBoolPref("consoleservice.enabled", true);
    this.buffered = preferences.getBoolPref("consoleservice.buffered", true);
  }

  @Override
  public void logStringMessage(String message) {
    logMessage(new TextMessage(present(message, "message"), clock.millis()));
  }

  @Override
  public void logMessage(nsIConsoleMessage message) {
    present(message, "message");
    if (!enabled) {
      return;
    }
    if (threads.getIsMainThread() && telling) {
      throw new XpcomException(
          NS_ERROR_FAILURE,
          "a console listener must not log while it is told a message\n  hint: dispatch an event");
    }
    List<nsIConsoleListener> hearing = keep(message);
    if (!hearing.isEmpty()) {
      threads.getMainThread().dispatch(() -> tell(message, hearing), 0);
    }
  }

  private synchronized List<nsIConsoleListener> keep(nsIConsoleMessage message) {
    if (buffered) {
      if (messages.size() == KEPT) {
        messages.removeFirst();
      }
      messages.addLast(message);
    }
    return List.copyOf(listeners);
  }

  private void tell(nsIConsoleMessage message, List<nsIConsoleListener> hearing) {
    telling = true;
    try {
      for (nsIConsoleListener listener : hearing) {
        tell(message, listener);
      }
    } finally {
      telling = false;
    }
  }

  private static void tell(nsIConsoleMessage message, nsIConsoleListener listener) {
    try {
      listener.observe(message);
    } catch (Throwable failure) {
      LOG.error("console listener {} failed", listener, failure);
    }
  }

  @Override
  public nsIConsoleMessage[] getMessageArray(long @Nullable [] count) {
    requireMainThread("getMessageArray");
    nsIConsoleMessage[] all = copy();
    if (count != null && count.length > 0) {
      count[0] = all.length;
    }
    return all;
  }

  private synchronized nsIConsoleMessage[] copy() {
    return messages.toArray(new nsIConsoleMessage[0]);
  }

  @Override
  public void registerListener(nsIConsoleListener listener) {
    present(listener, "listener");
    requireMainThread("registerListener");
    synchronized (this) {
      if (!listeners.add(listener)) {
        throw new XpcomException(NS_ERROR_FAILURE, listener + " listens already");
      }
    }
  }

  @Override
  public void unregisterListener(nsIConsoleListener listener) {
    present(listener, "listener");
    requireMainThread("unregisterListener");
    synchronized (this) {
      if (!listeners.remove(listener)) {
        throw new XpcomException(NS_ERROR_FAILURE, listener + " does not listen");
      }
    }
  }

  @Override
  public synchronized void reset() {
    messages.clear();
  }

  @Override
  public synchronized void forget(Predicate<Object> isGone) {
    messages.removeIf(isGone);
    listeners.removeIf(isGone);
  }

  /** Forgets messages and listeners. */
  @Override
  public synchronized void close() {
    messages.clear();
    listeners.clear();
  }

  private void requireMainThread(String method) {
    if (!threads.getIsMainThread()) {
      throw new XpcomException(
          NS_ERROR_NOT_SAME_THREAD, method + " is for the main thread, which started the registry");
    }
  }

  private static <T> T present(@Nullable T argument, String what) {
    if (argument == null) {
      throw new XpcomException(NS_ERROR_ILLEGAL_VALUE, what + " is null");
    }
    return argument;
  }
}
