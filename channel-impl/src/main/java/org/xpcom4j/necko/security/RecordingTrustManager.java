package org.xpcom4j.necko.security;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/** Leaves every decision to the JDK's trust manager and remembers what it was about. */
final class RecordingTrustManager extends X509ExtendedTrustManager {
  private final X509ExtendedTrustManager target;
  private final CertificateJudge judge;
  private final PeerChecks checks;

  RecordingTrustManager(X509ExtendedTrustManager target, PeerChecks checks) {
    this.target = target;
    this.judge = new CertificateJudge(new PathCheck(target.getAcceptedIssuers()));
    this.checks = checks;
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    List<X509Certificate> shown = List.of(chain);
    Agreement agreement = Agreement.of(engine.getHandshakeSession());
    try {
      target.checkServerTrusted(chain, authType, engine);
    } catch (CertificateException e) {
      CertificateVerdict verdict = judge.judge(shown, authType, engine);
      checks.put(engine, new PeerCheck(shown, agreement, Optional.of(verdict)));
      throw e;
    }
    checks.put(engine, new PeerCheck(shown, agreement, Optional.empty()));
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    target.checkServerTrusted(chain, authType, socket);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    target.checkServerTrusted(chain, authType);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    target.checkClientTrusted(chain, authType, engine);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    target.checkClientTrusted(chain, authType, socket);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    target.checkClientTrusted(chain, authType);
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return target.getAcceptedIssuers();
  }
}
