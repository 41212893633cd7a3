package org.xpcom4j.necko.io;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.xpcom4j.interfaces.nsIPrefBranch;
import org.xpcom4j.interfaces.nsIProtocolHandler;
import org.xpcom4j.necko.uri.WebScheme;
import org.xpcom4j.result.Nsresult;
import org.xpcom4j.result.XpcomException;

/**
 * Finds protocol handlers: what the registry has under the scheme's contract ID, else our own for
 * the web schemes, else what the registry has as the default.
 */
final class ProtocolHandlers {
  private static final String EXTERNAL = "network.protocol-handler.external.";
  private static final String DEFAULT = "default";
  private static final Set<String> NEVER_EXTERNAL = Set.of("file", "chrome", "resource");

  private final Registry registry;
  private final nsIPrefBranch prefs;
  private final Map<WebScheme, WebSchemeHandler> own = new EnumMap<>(WebScheme.class);

  /** The part of the registry that is needed here. */
  @FunctionalInterface
  interface Registry {
    /** The service of a contract ID if it is registered and a protocol handler. */
    Optional<nsIProtocolHandler> find(String contractId);
  }

  ProtocolHandlers(Registry registry, nsIPrefBranch prefs) {
    this.registry = registry;
    this.prefs = prefs;
    for (WebScheme scheme : WebScheme.values()) {
      own.put(scheme, new WebSchemeHandler(scheme, prefs));
    }
  }

  /**
   * The handler of a scheme.
   *
   * @param scheme in lower case
   * @throws XpcomException NS_ERROR_UNKNOWN_PROTOCOL
   */
  nsIProtocolHandler get(String scheme) {
    boolean isExternal =
        !NEVER_EXTERNAL.contains(scheme) && prefs.getBoolPref(EXTERNAL + scheme, false);
    Optional<nsIProtocolHandler> internal =
        isExternal ? Optional.empty() : registered(scheme).or(() -> ownHandler(scheme));
    return internal.or(() -> registered(DEFAULT)).orElseThrow(() -> unknown(scheme));
  }

  /**
   * The handler that knows the addresses and ports of a scheme: for web schemes our own, so that a
   * question about an address does not make a channel.
   */
  nsIProtocolHandler forAddresses(String scheme) {
    return ownHandler(scheme).orElseGet(() -> get(scheme));
  }

  private Optional<nsIProtocolHandler> registered(String name) {
    return registry.find(IoService.PROTOCOL_PREFIX + name);
  }

  private Optional<nsIProtocolHandler> ownHandler(String scheme) {
    return WebScheme.find(scheme).map(own::get);
  }

  private static XpcomException unknown(String scheme) {
    return new XpcomException(
        Nsresult.NS_ERROR_UNKNOWN_PROTOCOL,
        "no protocol handler for the scheme \""
            + scheme
            + "\"\n  known: ws, wss, http, https"
            + "\n  hint: register an nsIProtocolHandler as "
            + IoService.PROTOCOL_PREFIX
            + scheme);
  }
}
