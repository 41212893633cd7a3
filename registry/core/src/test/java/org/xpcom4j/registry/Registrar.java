package org.xpcom4j.registry;

import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.NullUnmarked;
import org.xpcom4j.interfaces.nsIFactory;
import org.xpcom4j.interfaces.nsISupports;

/** Registers factories in tests. */
@NullUnmarked // as everything that implements IDL
final class Registrar {

  private Registrar() {}

  /** Registers a factory that gives one object again and again, and returns its class ID. */
  static UUID register(Xpcom xpcom, String contractId, nsISupports object) {
    return register(xpcom, contractId, factory(() -> object));
  }

  static UUID register(Xpcom xpcom, String contractId, nsIFactory factory) {
    UUID cid = UUID.randomUUID();
    xpcom.componentRegistrar().registerFactory(cid, "", contractId, factory);
    return cid;
  }

  static nsIFactory factory(Supplier<? extends nsISupports> maker) {
    return new nsIFactory() {
      @Override
      public nsISupports createInstance(nsISupports outer, UUID iid) {
        return maker.get();
      }

      @Override
      public void lockFactory(boolean lock) {}
    };
  }
}
