package org.xpcom4j.registry.manager;

import com.google.inject.Binding;
import com.google.inject.Provider;
import com.google.inject.ProvisionException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xpcom4j.interfaces.nsIFactory;
import org.xpcom4j.interfaces.nsISupports;

/** Gets what a host bound to a contract ID; whether it is a new object is the binding's choice. */
final class GuiceFactory implements nsIFactory {

  private final String contractId;
  private final Provider<?> provider;

  GuiceFactory(String contractId, Binding<?> binding) {
    this.contractId = contractId;
    this.provider = binding.getProvider();
  }

  @Override
  public nsISupports createInstance(@Nullable nsISupports outer, UUID iid) {
    TableFactory.requireNoOuter(outer);
    try {
      return ((nsISupports) provider.get()).queryInterface(iid);
    } catch (ProvisionException failure) {
      throw GuiceFailure.of("what the host bound to \"" + contractId + "\"", failure);
    }
  }

  /** Does nothing, as nothing is ever unloaded. */
  @Override
  public void lockFactory(boolean lock) {}
}
