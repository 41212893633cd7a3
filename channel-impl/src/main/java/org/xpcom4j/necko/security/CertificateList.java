package org.xpcom4j.necko.security;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xpcom4j.interfaces.nsISimpleEnumerator;
import org.xpcom4j.interfaces.nsIX509Cert;
import org.xpcom4j.interfaces.nsIX509CertList;
import org.xpcom4j.registry.data.SnapshotEnumerator;
import org.xpcom4j.result.Nsresult;
import org.xpcom4j.result.XpcomException;

/** Certificates in an order that whoever holds the list may change. Safe for any thread. */
final class CertificateList implements nsIX509CertList {
  private final List<nsIX509Cert> certificates;

  CertificateList(List<? extends nsIX509Cert> certificates) {
    this.certificates = new ArrayList<>(certificates);
  }

  synchronized CertificateList copy() {
    return new CertificateList(certificates);
  }

  @Override
  public synchronized void addCert(@Nullable nsIX509Cert cert) {
    certificates.add(given(cert));
  }

  @Override
  public synchronized void deleteCert(@Nullable nsIX509Cert cert) {
    nsIX509Cert unwanted = given(cert);
    for (int i = 0; i < certificates.size(); i++) {
      if (certificates.get(i).equals_(unwanted)) {
        certificates.remove(i);
        return;
      }
    }
  }

  @Override
  public synchronized nsISimpleEnumerator getEnumerator() {
    return SnapshotEnumerator.of(certificates);
  }

  @Override
  public boolean equals_(@Nullable nsIX509CertList other) {
    if (other == null) {
      return false;
    }
    nsISimpleEnumerator mine = getEnumerator();
    nsISimpleEnumerator theirs = other.getEnumerator();
    while (mine.hasMoreElements() && theirs.hasMoreElements()) {
      if (!((nsIX509Cert) mine.getNext()).equals_((nsIX509Cert) theirs.getNext())) {
        return false;
      }
    }
    return !mine.hasMoreElements() && !theirs.hasMoreElements();
  }

  private static nsIX509Cert given(@Nullable nsIX509Cert cert) {
    if (cert == null) {
      throw new XpcomException(Nsresult.NS_ERROR_ILLEGAL_VALUE, "certificate must not be null");
    }
    return cert;
  }
}
