package org.xpcom4j.registry.mozilla;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.xpcom4j.interfaces.nsIComponentManager;
import org.xpcom4j.interfaces.nsIComponentRegistrar;
import org.xpcom4j.interfaces.nsIFactory;
import org.xpcom4j.interfaces.nsIObserver;
import org.xpcom4j.interfaces.nsIObserverService;
import org.xpcom4j.interfaces.nsIServiceManager;
import org.xpcom4j.interfaces.nsISupports;
import org.xpcom4j.interfaces.nsISupportsCString;
import org.xpcom4j.mozilla.XPCOMException;

/**
 * A program as they were written for JavaXPCOM: only the imports are new, and class IDs are {@code
 * UUID}s where a method has no variant for text.
 */
@NullUnmarked // as programs of that time
final class OldProgram {

  private static final String CONTRACT = "@example.org/echo;1";
  private static final UUID CID = UUID.fromString("d4b3c2a1-0f1e-4d2c-8b3a-495867768594");

  /** What was seen, line by line. */
  final List<String> transcript = new ArrayList<>();

  /** A component in Java. */
  private final class Echo implements nsIObserver {

    @Override
    public void observe(nsISupports aSubject, String aTopic, String aData) {
      transcript.add("observed " + aTopic + " " + aData);
    }

    @SuppressWarnings("MissingOverride") // it had nothing to override
    public nsISupports queryInterface(String iid) {
      return Mozilla.queryInterface(this, iid);
    }
  }

  private final class EchoFactory implements nsIFactory {

    @Override
    public nsISupports createInstance(nsISupports aOuter, UUID iid) {
      if (aOuter != null) {
        throw new XPCOMException(IXPCOMError.NS_ERROR_NO_AGGREGATION);
      }
      return new Echo();
    }

    @Override
    public void lockFactory(boolean lock) {}
  }

  void main() throws Exception {
    Mozilla mozilla = Mozilla.getInstance();
    GREVersionRange[] range = {new GREVersionRange("1.8", true, "1.9+", false)};
    File grePath = Mozilla.getGREPathWithProperties(range, null);
    mozilla.initialize(grePath);
    nsIServiceManager servMgr = mozilla.initXPCOM(grePath, null);

    nsIComponentRegistrar registrar = mozilla.getComponentRegistrar();
    registrar.registerFactory(CID, "Echo", CONTRACT, new EchoFactory());
    nsIComponentManager compMgr = mozilla.getComponentManager();
    nsIObserver echo =
        (nsIObserver)
            compMgr.createInstanceByContractID(CONTRACT, null, nsIObserver.NS_IOBSERVER_IID);
    nsIObserverService observers =
        (nsIObserverService)
            servMgr.getServiceByContractID(
                "@mozilla.org/observer-service;1", nsIObserverService.NS_IOBSERVERSERVICE_IID);
    observers.addObserver(echo, "greeting", false);
    observers.notifyObservers(null, "greeting", "hello");

    nsISupportsCString text =
        (nsISupportsCString)
            compMgr.createInstanceByContractID(
                "@mozilla.org/supports-cstring;1",
                null,
                nsISupportsCString.NS_ISUPPORTSCSTRING_IID);
    text.setData("bytes");
    transcript.add(text.getData());

    try {
      compMgr.createInstanceByContractID(
          "@example.org/nobody;1", null, nsIObserver.NS_IOBSERVER_IID);
    } catch (XPCOMException e) {
      transcript.add(e.errorcode == Mozilla.NS_ERROR_FACTORY_NOT_REGISTERED ? "nobody" : "" + e);
    }
    try {
      compMgr.createInstanceByContractID(CONTRACT, echo, nsIObserver.NS_IOBSERVER_IID);
    } catch (XPCOMException e) {
      transcript.add(e.errorcode == Mozilla.NS_ERROR_NO_AGGREGATION ? "no parts" : "" + e);
    }
    mozilla.shutdownXPCOM(servMgr);
  }
}
