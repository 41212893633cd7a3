package org.xpcom4j.necko.loadgroup;

import java.util.Iterator;
import java.util.List;
import org.xpcom4j.interfaces.nsIRequest;
import org.xpcom4j.interfaces.nsISimpleEnumerator;
import org.xpcom4j.interfaces.nsISupports;
import org.xpcom4j.result.Nsresult;
import org.xpcom4j.result.XpcomException;

/** Gives the requests that a load group had at one moment. */
final class RequestEnumerator implements nsISimpleEnumerator {
  private final Iterator<nsIRequest> requests;

  RequestEnumerator(List<nsIRequest> requests) {
    this.requests = requests.iterator();
  }

  @Override
  public boolean hasMoreElements() {
    return requests.hasNext();
  }

  @Override
  public nsISupports getNext() {
    if (!requests.hasNext()) {
      throw new XpcomException(
          Nsresult.NS_ERROR_UNEXPECTED, "no more requests\n  hint: ask hasMoreElements() first");
    }
    return requests.next();
  }
}
