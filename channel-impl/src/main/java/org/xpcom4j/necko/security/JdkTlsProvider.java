package org.xpcom4j.necko.security;

import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;
import org.xpcom4j.interfaces.nsIPrefBranch;
import org.xpcom4j.interfaces.nsITransportSecurityInfo;
import org.xpcom4j.interfaces.xpITlsProvider;
import org.xpcom4j.registry.component.Component;
import org.xpcom4j.registry.component.ContractId;
import org.xpcom4j.registry.component.Scope;
import org.xpcom4j.result.Nsresult;
import org.xpcom4j.result.XpcomException;

/**
 * TLS 1.2 and 1.3 by the JDK. Trusted are the JDK's authorities and those in the file that the
 * preference {@code security.ca-file} names; the host is always compared. Safe for any thread.
 */
@Component(
    cid = "{11a3d109-399a-431b-bed1-2c2d3e12e050}",
    contracts = "@mozilla.org/network/socket;2?type=ssl",
    scope = Scope.SERVICE)
final class JdkTlsProvider implements xpITlsProvider {
  private static final List<String> PROTOCOLS = List.of("TLSv1.3", "TLSv1.2");
  private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|.*:.*");

  private final nsIPrefBranch prefs;
  private final PeerChecks checks = new PeerChecks();
  private final TlsContexts contexts = new TlsContexts(checks);

  JdkTlsProvider(@ContractId("@mozilla.org/preferences-service;1") nsIPrefBranch prefs) {
    this.prefs = prefs;
  }

  @Override
  public Object createClientEngine(@Nullable String aHost, int aPort, @Nullable String aAlpn) {
    String host = withoutFinalDot(aHost == null ? "" : aHost);
    if (host.isEmpty() || aAlpn == null) {
      throw new XpcomException(
          Nsresult.NS_ERROR_ILLEGAL_VALUE,
          "a TLS connection needs a host, and a list of application protocols that may be empty");
    }
    String[] alpn = AlpnList.parse(aAlpn);
    String caFile = prefs.getCharPref(CaFile.PREFERENCE, "");
    SSLEngine engine = contexts.get(caFile).createSSLEngine(host, aPort);
    engine.setUseClientMode(true);
    SSLParameters parameters = engine.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    parameters.setProtocols(supportedProtocols(engine));
    parameters.setApplicationProtocols(alpn);
    parameters.setServerNames(serverNames(host));
    engine.setSSLParameters(parameters);
    return engine;
  }

  @Override
  public nsITransportSecurityInfo createSecurityInfo(
      @Nullable Object aEngine, @Nullable Object aFailure) {
    if (!(aEngine instanceof SSLEngine engine)) {
      throw new XpcomException(
          Nsresult.NS_ERROR_ILLEGAL_VALUE, "engine must be a javax.net.ssl.SSLEngine");
    }
    if (aFailure == null) {
      return secure(engine);
    }
    if (!(aFailure instanceof Throwable failure)) {
      throw new XpcomException(
          Nsresult.NS_ERROR_ILLEGAL_VALUE, "failure must be a java.lang.Throwable or null");
    }
    return failed(engine, failure);
  }

  private SecurityInfo secure(SSLEngine engine) {
    SSLSession session = engine.getSession();
    List<PeerCertificate> chain = certificates(chainOf(session));
    return SecurityInfo.secure(
        new SslStatus(chain.get(0), Agreement.of(session), Optional.empty()));
  }

  private SecurityInfo failed(SSLEngine engine, Throwable failure) {
    Optional<PeerCheck> check = checks.find(engine);
    Optional<CertificateVerdict> verdict = check.flatMap(PeerCheck::verdict);
    List<PeerCertificate> chain = check.map(seen -> certificates(seen.chain())).orElse(List.of());
    SslStatus status =
        check.map(seen -> new SslStatus(chain.get(0), seen.agreement(), verdict)).orElse(null);
    if (verdict.isPresent()) {
      return SecurityInfo.failed(
          status, verdict.get().error(), verdict.get().message(), new CertificateList(chain));
    }
    TlsError error = HandshakeFailures.classify(failure);
    String message = "TLS with " + engine.getPeerHost() + " failed: " + error.meaning();
    return SecurityInfo.failed(status, error, message, null);
  }

  private List<PeerCertificate> certificates(List<X509Certificate> chain) {
    return PeerCertificate.ofChain(chain, contexts::isBuiltIn);
  }

  private static List<X509Certificate> chainOf(SSLSession session) {
    List<X509Certificate> chain = new ArrayList<>();
    try {
      for (Certificate certificate : session.getPeerCertificates()) {
        if (certificate instanceof X509Certificate x509) {
          chain.add(x509);
        }
      }
    } catch (SSLPeerUnverifiedException e) {
      throw new XpcomException(
          Nsresult.NS_ERROR_ILLEGAL_VALUE,
          "the engine has not finished a handshake, and no failure was given",
          e);
    }
    return chain;
  }

  private static String[] supportedProtocols(SSLEngine engine) {
    List<String> supported = List.of(engine.getSupportedProtocols());
    return PROTOCOLS.stream().filter(supported::contains).toArray(String[]::new);
  }

  /** The name to ask for; none for an address, which the protocol does not allow. */
  private static List<SNIServerName> serverNames(String host) {
    if (ADDRESS.matcher(host).matches()) {
      return List.of();
    }
    return Stream.of(host).map(JdkTlsProvider::serverName).flatMap(Optional::stream).toList();
  }

  private static Optional<SNIServerName> serverName(String host) {
    try {
      return Optional.of(new SNIHostName(host));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // such as a name with an underscore: servers answer without it
    }
  }

  /** The final dot of an absolute name is for DNS alone: certificates and SNI do not have it. */
  private static String withoutFinalDot(String host) {
    return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
  }
}
