package org.xpcom4j.registry.error;

import static org.xpcom4j.result.Nsresult.NS_ERROR_FAILURE;
import static org.xpcom4j.result.Nsresult.NS_ERROR_ILLEGAL_VALUE;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.xpcom4j.interfaces.nsIErrorService;
import org.xpcom4j.registry.component.Component;
import org.xpcom4j.registry.component.Scope;
import org.xpcom4j.result.XpcomException;

/** Remembers where the texts of result codes are. */
@Component(
    cid = "{3f1a2c3e-52c5-4f60-9f0c-7d2ee9d6a3b8}",
    contracts = nsIErrorService.NS_ERRORSERVICE_CONTRACTID,
    scope = Scope.SERVICE)
final class ErrorService implements nsIErrorService {

  private final Map<Short, String> bundles = new ConcurrentHashMap<>();

  @Override
  public void registerErrorStringBundle(short errorModule, String stringBundleURL) {
    if (stringBundleURL == null) {
      throw new XpcomException(NS_ERROR_ILLEGAL_VALUE, "address of the texts is null");
    }
    bundles.put(errorModule, stringBundleURL);
  }

  @Override
  public void unregisterErrorStringBundle(short errorModule) {
    bundles.remove(errorModule);
  }

  @Override
  public String getErrorStringBundle(short errorModule) {
    String address = bundles.get(errorModule);
    if (address == null) {
      throw new XpcomException(
          NS_ERROR_FAILURE, "no texts are registered for result codes of module " + errorModule);
    }
    return address;
  }
}
