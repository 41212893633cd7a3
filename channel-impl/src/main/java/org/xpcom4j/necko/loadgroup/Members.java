package org.xpcom4j.necko.loadgroup;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xpcom4j.interfaces.nsIRequest;

/**
 * The requests in a load group by identity, in the order in which they entered. Safe for any thread;
 * never calls a request.
 */
final class Members {
  private final IdentityHashMap<nsIRequest, Member> byRequest = new IdentityHashMap<>();
  private final Map<Long, Member> byEntry = new LinkedHashMap<>();
  private long nextEntry;
  private int activeCount;

  /**
   * A request with what was found when it entered.
   *
   * @param request the request
   * @param entry its place in the order
   * @param isActive whether it is counted and reported
   */
  record Member(nsIRequest request, long entry, boolean isActive) {}

  /** Adds a request; false when it is here already. */
  synchronized boolean add(nsIRequest request, boolean isActive) {
    if (byRequest.containsKey(request)) {
      return false;
    }
    Member member = new Member(request, nextEntry++, isActive);
    byRequest.put(request, member);
    byEntry.put(member.entry(), member);
    activeCount += isActive ? 1 : 0;
    return true;
  }

  /** Takes a request out; empty when it was not here. */
  synchronized Optional<Member> remove(nsIRequest request) {
    Member member = byRequest.remove(request);
    if (member == null) {
      return Optional.empty();
    }
    byEntry.remove(member.entry());
    activeCount -= member.isActive() ? 1 : 0;
    return Optional.of(member);
  }

  synchronized boolean contains(nsIRequest request) {
    return byRequest.containsKey(request);
  }

  /** The requests at this moment, oldest first. */
  synchronized List<nsIRequest> snapshot() {
    List<nsIRequest> requests = new ArrayList<>(byEntry.size());
    for (Member member : byEntry.values()) {
      requests.add(member.request());
    }
    return requests;
  }

  synchronized int activeCount() {
    return activeCount;
  }
}
