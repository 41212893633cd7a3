package org.xpcom4j.registry.reflect;

import static org.xpcom4j.result.Nsresult.NS_ERROR_FAILURE;
import static org.xpcom4j.result.Nsresult.NS_ERROR_ILLEGAL_VALUE;

import jakarta.inject.Inject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xpcom4j.interfaces.nsIInterfaceInfo;
import org.xpcom4j.interfaces.nsIInterfaceInfoManager;
import org.xpcom4j.interfaces.nsISupports;
import org.xpcom4j.registry.component.Component;
import org.xpcom4j.registry.component.Scope;
import org.xpcom4j.result.XpcomException;

/** The registry's directory of interfaces as XPCOM code asks it. */
@Component(
    cid = "{7e2f9b3a-0a44-4f6f-8a5e-5c0f0d8f6b21}",
    contracts = nsIInterfaceInfoManager.NS_INTERFACEINFOMANAGER_SERVICE_CONTRACTID,
    scope = Scope.SERVICE)
final class InterfaceInfoManager implements nsIInterfaceInfoManager, nsISupports {

  private final InterfaceDirectory directory;

  @Inject
  InterfaceInfoManager(InterfaceDirectory directory) {
    this.directory = directory;
  }

  @Override
  public nsIInterfaceInfo getInfoForIID(UUID iid) {
    return directory.find(present(iid, "IID")).orElseThrow(() -> unknown("{" + iid + "}"));
  }

  @Override
  public nsIInterfaceInfo getInfoForName(String name) {
    return directory.find(present(name, "name of the interface")).orElseThrow(() -> unknown(name));
  }

  private static XpcomException unknown(String interfaceAsked) {
    return new XpcomException(
        NS_ERROR_FAILURE,
        "no typelib describes interface "
            + interfaceAsked
            + "\n  known are those of org.xpcom4j.interfaces and the packages of interfaces that"
            + " components implement");
  }

  private static <T> T present(@Nullable T argument, String what) {
    if (argument == null) {
      throw new XpcomException(NS_ERROR_ILLEGAL_VALUE, what + " is null");
    }
    return argument;
  }
}
