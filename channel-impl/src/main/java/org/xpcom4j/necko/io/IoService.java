package org.xpcom4j.necko.io;

import jakarta.inject.Inject;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.xpcom4j.interfaces.nsIIOService;
import org.xpcom4j.interfaces.nsIObserverService;
import org.xpcom4j.interfaces.nsIPrefBranch;
import org.xpcom4j.interfaces.nsIProtocolHandler;
import org.xpcom4j.interfaces.nsISupports;
import org.xpcom4j.interfaces.nsIURI;
import org.xpcom4j.necko.uri.StandardUri;
import org.xpcom4j.registry.Xpcom;
import org.xpcom4j.registry.component.Component;
import org.xpcom4j.registry.component.ContractId;
import org.xpcom4j.registry.component.Scope;
import org.xpcom4j.result.Nsresult;
import org.xpcom4j.result.XpcomException;

/**
 * The io service. May be used from any thread. Preferences are read at each call, so that a change
 * counts at once.
 */
@Component(
    cid = "{1273f4d4-500b-4eb3-9e2c-c0a1929fbd77}",
    contracts = "@mozilla.org/network/io-service;1",
    scope = Scope.SERVICE)
final class IoService implements nsIIOService {
  static final String PROTOCOL_PREFIX = "@mozilla.org/network/protocol;1?name=";

  private static final int MAX_PORT = 65535;
  private static final int MAX_NESTED_CALLS = 50;
  private static final String SHUTDOWN = "xpcom-shutdown";
  private static final String NET_TEARDOWN = "profile-change-net-teardown";
  private static final String NET_RESTORE = "profile-change-net-restore";

  private final ProtocolHandlers handlers;
  private final BlockedPorts blockedPorts;
  private final OfflineSwitch offline;
  private final ThreadLocal<Integer> nestedCalls = ThreadLocal.withInitial(() -> 0);

  @Inject
  IoService(
      Xpcom xpcom,
      @ContractId("@mozilla.org/observer-service;1") nsIObserverService observers,
      @ContractId("@mozilla.org/preferences-service;1") nsIPrefBranch prefs) {
    this(new RegisteredHandlers(xpcom), observers, prefs);
  }

  IoService(ProtocolHandlers.Registry registry, nsIObserverService observers, nsIPrefBranch prefs) {
    this.handlers = new ProtocolHandlers(registry, prefs);
    this.blockedPorts = new BlockedPorts(prefs);
    this.offline = new OfflineSwitch(observers);
    observers.addObserver((subject, topic, data) -> offline.shutDown(this), SHUTDOWN, false);
    ProfileChange profileChange = new ProfileChange();
    observers.addObserver((subject, topic, data) -> profileChange.begin(), NET_TEARDOWN, false);
    observers.addObserver((subject, topic, data) -> profileChange.end(), NET_RESTORE, false);
  }

  @Override
  public nsIProtocolHandler getProtocolHandler(@Nullable String aScheme) {
    return handlers.get(given(aScheme, "scheme").toLowerCase(Locale.ROOT));
  }

  @Override
  public long getProtocolFlags(@Nullable String aScheme) {
    return getProtocolHandler(aScheme).getProtocolFlags();
  }

  @Override
  public nsIURI newURI(
      @Nullable String aSpec, @Nullable String aOriginCharset, @Nullable nsIURI aBaseURI) {
    String spec = given(aSpec, "spec");
    int depth = nestedCalls.get();
    if (depth >= MAX_NESTED_CALLS) {
      throw new XpcomException(
          Nsresult.NS_ERROR_MALFORMED_URI,
          "a protocol handler asks for the same URI over and over: "
              + MAX_NESTED_CALLS
              + " calls inside each other");
    }
    nestedCalls.set(depth + 1);
    try {
      return readUri(spec, aOriginCharset, aBaseURI);
    } finally {
      if (depth == 0) {
        nestedCalls.remove();
      } else {
        nestedCalls.set(depth);
      }
    }
  }

  @Override
  public nsIURI newFileURI(@Nullable nsISupports aFile) {
    given(aFile, "file");
    throw new XpcomException(
        Nsresult.NS_ERROR_NOT_IMPLEMENTED, "there are no file URIs: nothing here reads files");
  }

  @Override
  public nsISupports newChannelFromURI2(
      @Nullable nsIURI aURI,
      @Nullable nsISupports aLoadingNode,
      @Nullable nsISupports aLoadingPrincipal,
      @Nullable nsISupports aTriggeringPrincipal,
      long aSecurityFlags,
      long aContentPolicyType) {
    return newChannelFromURIWithLoadInfo(aURI, null);
  }

  @Override
  public nsISupports newChannelFromURIWithLoadInfo(
      @Nullable nsIURI aURI, @Nullable nsISupports aLoadInfo) {
    nsIURI uri = given(aURI, "uri");
    nsIProtocolHandler handler = getProtocolHandler(uri.getScheme());
    try {
      return handler.newChannel2(uri, aLoadInfo);
    } catch (XpcomException e) {
      return oldChannel(handler, uri, e);
    }
  }

  @Override
  public nsISupports newChannel2(
      @Nullable String aSpec,
      @Nullable String aOriginCharset,
      @Nullable nsIURI aBaseURI,
      @Nullable nsISupports aLoadingNode,
      @Nullable nsISupports aLoadingPrincipal,
      @Nullable nsISupports aTriggeringPrincipal,
      long aSecurityFlags,
      long aContentPolicyType) {
    return newChannelFromURI(newURI(aSpec, aOriginCharset, aBaseURI));
  }

  @Override
  public nsISupports newChannelFromURI(@Nullable nsIURI aURI) {
    return newChannelFromURIWithLoadInfo(aURI, null);
  }

  @Override
  public nsISupports newChannel(
      @Nullable String aSpec, @Nullable String aOriginCharset, @Nullable nsIURI aBaseURI) {
    return newChannelFromURI(newURI(aSpec, aOriginCharset, aBaseURI));
  }

  @Override
  public boolean getOffline() {
    return offline.isOffline();
  }

  @Override
  public void setOffline(boolean aOffline) {
    offline.set(this, aOffline);
  }

  /** The JDK does not tell whether there is a link: connected means not offline. */
  @Override
  public boolean getConnectivity() {
    return !offline.isOffline();
  }

  @Override
  public boolean allowPort(int aPort, @Nullable String aScheme) {
    if (aPort == -1) {
      return true;
    }
    if (aPort <= 0 || aPort > MAX_PORT) {
      return false;
    }
    if (!blockedPorts.contains(aPort)) {
      return true;
    }
    return aScheme != null
        && handlers.forAddresses(aScheme.toLowerCase(Locale.ROOT)).allowPort(aPort, aScheme);
  }

  @Override
  public String extractScheme(@Nullable String urlString) {
    return StandardUri.extractScheme(given(urlString, "urlString"));
  }

  private nsIURI readUri(String spec, @Nullable String charset, @Nullable nsIURI base) {
    if (base != null && spec.startsWith("#")) {
      return base.cloneWithNewRef(spec);
    }
    String scheme =
        base == null
            ? StandardUri.extractScheme(spec)
            : StandardUri.findScheme(spec).orElseGet(base::getScheme);
    return handlers.forAddresses(scheme.toLowerCase(Locale.ROOT)).newURI(spec, charset, base);
  }

  /** Handlers from before load infos know only the older method, whose answer then counts. */
  private static nsISupports oldChannel(
      nsIProtocolHandler handler, nsIURI uri, XpcomException first) {
    try {
      return handler.newChannel(uri);
    } catch (XpcomException e) {
      e.addSuppressed(first);
      throw e;
    }
  }

  private static <T> T given(@Nullable T value, String name) {
    if (value == null) {
      throw new XpcomException(Nsresult.NS_ERROR_INVALID_ARG, name + " must not be null");
    }
    return value;
  }

  /** Takes the network away while the profile changes, and gives it back if it was there. */
  private final class ProfileChange {
    private boolean wasOnline;

    void begin() {
      wasOnline = !offline.isOffline();
      offline.lock(IoService.this);
    }

    void end() {
      offline.unlock();
      if (wasOnline) {
        offline.set(IoService.this, false);
      }
    }
  }
}
