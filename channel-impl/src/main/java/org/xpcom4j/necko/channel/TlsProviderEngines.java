package org.xpcom4j.necko.channel;

import static org.xpcom4j.result.Nsresult.NS_ERROR_UNEXPECTED;

import java.util.function.Supplier;
import javax.net.ssl.SSLEngine;
import org.xpcom4j.interfaces.xpITlsProvider;
import org.xpcom4j.necko.transport.TlsEngines;
import org.xpcom4j.result.XpcomException;

/** Lets the security-info provider of the registry make the engines. */
final class TlsProviderEngines implements TlsEngines {
  private final Supplier<xpITlsProvider> provider;

  TlsProviderEngines(Supplier<xpITlsProvider> provider) {
    this.provider = provider;
  }

  @Override
  public SSLEngine createClientEngine(String host, int port, String alpn) {
    xpITlsProvider maker = provider.get();
    Object engine = maker.createClientEngine(host, port, alpn);
    if (engine instanceof SSLEngine sslEngine) {
      return sslEngine;
    }
    throw new XpcomException(
        NS_ERROR_UNEXPECTED,
        "the security-info provider "
            + maker.getClass().getName()
            + " made "
            + (engine == null ? "null" : engine.getClass().getName())
            + "; expected a javax.net.ssl.SSLEngine");
  }
}
