package org.xpcom4j.necko.io;

import java.util.Optional;
import org.xpcom4j.interfaces.nsIProtocolHandler;
import org.xpcom4j.registry.Xpcom;
import org.xpcom4j.result.Nsresult;
import org.xpcom4j.result.XpcomException;

/** Protocol handlers in the registry. A component may answer to a scheme and yet be none. */
final class RegisteredHandlers implements ProtocolHandlers.Registry {
  private final Xpcom xpcom;

  RegisteredHandlers(Xpcom xpcom) {
    this.xpcom = xpcom;
  }

  @Override
  public Optional<nsIProtocolHandler> find(String contractId) {
    if (!xpcom.componentRegistrar().isContractIDRegistered(contractId)) {
      return Optional.empty();
    }
    try {
      return Optional.of(xpcom.getService(contractId, nsIProtocolHandler.class));
    } catch (XpcomException e) {
      if (e.result() == Nsresult.NS_ERROR_NO_INTERFACE) {
        return Optional.empty();
      }
      throw e;
    }
  }
}
