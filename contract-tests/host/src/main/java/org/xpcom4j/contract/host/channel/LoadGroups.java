package org.xpcom4j.contract.host.channel;

import java.util.ArrayList;
import java.util.List;
import org.xpcom4j.interfaces.nsILoadGroup;
import org.xpcom4j.interfaces.nsIRequest;
import org.xpcom4j.interfaces.nsISimpleEnumerator;
import org.xpcom4j.metadata.Interfaces;

/** Reads load groups. */
public final class LoadGroups {
  private LoadGroups() {}

  /**
   * Lists what a group holds now.
   *
   * @param group a load group
   * @return the names of its requests
   */
  public static List<String> requestNames(nsILoadGroup group) {
    List<String> names = new ArrayList<>();
    nsISimpleEnumerator requests = group.getRequests();
    while (requests.hasMoreElements()) {
      names.add(Interfaces.query(requests.getNext(), nsIRequest.class).getName());
    }
    return names;
  }
}
