package org.xpcom4j.necko.loadgroup;

import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xpcom4j.interfaces.nsIInterfaceRequestor;
import org.xpcom4j.interfaces.nsILoadGroup;
import org.xpcom4j.interfaces.nsILoadGroupChild;
import org.xpcom4j.interfaces.nsIRequest;
import org.xpcom4j.interfaces.nsIRequestObserver;
import org.xpcom4j.interfaces.nsISimpleEnumerator;
import org.xpcom4j.interfaces.nsISupports;
import org.xpcom4j.interfaces.nsISupportsPriority;
import org.xpcom4j.interfaces.nsISupportsWeakReference;
import org.xpcom4j.interfaces.nsIWeakReference;
import org.xpcom4j.registry.component.Component;
import org.xpcom4j.registry.data.JavaWeakReference;
import org.xpcom4j.registry.data.SnapshotEnumerator;
import org.xpcom4j.result.Nsresult;
import org.xpcom4j.result.XpcomException;

/**
 * Requests that are listed, counted and cancelled as one.
 *
 * <p>For the thread that opens the requests; members may also come and go on other threads, whose
 * calls to the observer then run there, unless this group has a load group of its own, which it enters
 * and leaves on one thread only. No lock is held while a request or an observer is called. A
 * request that turns LOAD_BACKGROUND on or off while it is a member keeps the standing that it
 * entered with, so that the count stays right and each onStartRequest has its onStopRequest.
 */
@Component(
    cid = "{23b2d0ea-c644-476c-af4f-29dec24de45f}",
    contracts = "@mozilla.org/network/load-group;1")
final class LoadGroup
    implements nsILoadGroup, nsILoadGroupChild, nsISupportsPriority, nsISupportsWeakReference {
  private static final Logger LOG = LoggerFactory.getLogger(LoadGroup.class);
  private static final long INHERITED_FLAGS =
      nsIRequest.LOAD_BACKGROUND
          | nsIRequest.LOAD_BYPASS_CACHE
          | nsIRequest.LOAD_FROM_CACHE
          | nsIRequest.VALIDATE_ALWAYS
          | nsIRequest.VALIDATE_ONCE_PER_SESSION
          | nsIRequest.VALIDATE_NEVER;

  private final Members members = new Members();
  private final JavaWeakReference reference = new JavaWeakReference(this);

  private volatile WeakLink<nsIRequestObserver> groupObserver = WeakLink.none();
  private volatile WeakLink<nsILoadGroup> parentLoadGroup = WeakLink.none();
  private volatile @Nullable nsIInterfaceRequestor notificationCallbacks;
  private volatile @Nullable nsIRequest defaultLoadRequest;
  private volatile @Nullable nsILoadGroup loadGroup;
  private volatile @Nullable nsILoadGroup entered;
  private volatile long loadFlags = nsIRequest.LOAD_NORMAL;
  private volatile long defaultLoadFlags;
  private volatile int priority = nsISupportsPriority.PRIORITY_NORMAL;
  private volatile long cancelStatus = Nsresult.NS_OK;

  LoadGroup() {}

  @Override
  public void addRequest(@Nullable nsIRequest aRequest, @Nullable nsISupports aContext) {
    nsIRequest request = given(aRequest);
    if (isCancelling()) {
      throw new XpcomException(
          Nsresult.NS_BINDING_ABORTED, "the load group is being cancelled and takes no requests");
    }
    if (members.contains(request)) {
      throw alreadyHere();
    }
    boolean isActive = (mergeFlags(request) & nsIRequest.LOAD_BACKGROUND) == 0;
    if (!members.add(request, isActive)) {
      throw alreadyHere();
    }
    adjust(request, priority);
    if (isActive && tellStart(request, aContext) && members.activeCount() == 1) {
      enterOwnGroup();
    }
  }

  @Override
  public void removeRequest(
      @Nullable nsIRequest aRequest, @Nullable nsISupports aContext, long aStatus) {
    nsIRequest request = given(aRequest);
    Members.Member member =
        members
            .remove(request)
            .orElseThrow(
                () ->
                    new XpcomException(
                        Nsresult.NS_ERROR_FAILURE, "the request is not in this load group"));
    adjust(request, -priority);
    if (!member.isActive()) {
      return;
    }
    Failures failures = new Failures();
    nsIRequestObserver observer = groupObserver.get();
    if (observer != null) {
      failures.run(() -> observer.onStopRequest(request, aContext, aStatus));
    }
    if (members.activeCount() == 0) {
      leaveOwnGroup(aStatus);
    }
    failures.throwFirst();
  }

  @Override
  public void cancel(long aStatus) {
    if (Nsresult.succeeded(aStatus)) {
      throw new XpcomException(
          Nsresult.NS_ERROR_ILLEGAL_VALUE,
          Nsresult.describe(aStatus)
              + " is no failure\n  hint: cancel(Nsresult.NS_BINDING_ABORTED)");
    }
    cancelStatus = aStatus;
    try {
      forEachNewestFirst(
          request -> {
            Failures failures = new Failures();
            failures.run(() -> removeRequest(request, null, aStatus));
            failures.run(() -> request.cancel(aStatus));
            failures.throwFirst();
          });
    } finally {
      cancelStatus = Nsresult.NS_OK;
    }
  }

  @Override
  public void suspend() {
    forEachNewestFirst(nsIRequest::suspend);
  }

  @Override
  public void resume() {
    forEachNewestFirst(nsIRequest::resume);
  }

  @Override
  public boolean isPending() {
    return members.activeCount() > 0;
  }

  @Override
  public String getName() {
    nsIRequest request = defaultLoadRequest;
    return request == null ? "" : request.getName();
  }

  @Override
  public long getStatus() {
    nsIRequest request = defaultLoadRequest;
    if (isCancelling() || request == null) {
      return cancelStatus;
    }
    return request.getStatus();
  }

  @Override
  public nsISimpleEnumerator getRequests() {
    return SnapshotEnumerator.of(members.snapshot());
  }

  @Override
  public long getActiveCount() {
    return members.activeCount();
  }

  @Override
  public @Nullable nsIRequestObserver getGroupObserver() {
    return groupObserver.get();
  }

  /** Refers to the observer weakly: whoever sets it must keep it. */
  @Override
  public void setGroupObserver(@Nullable nsIRequestObserver aGroupObserver) {
    groupObserver = WeakLink.to(aGroupObserver, nsIRequestObserver.class);
  }

  @Override
  public @Nullable nsIRequest getDefaultLoadRequest() {
    return defaultLoadRequest;
  }

  /** Takes over the request's load flags; null leaves the flags as they are. */
  @Override
  public void setDefaultLoadRequest(@Nullable nsIRequest aDefaultLoadRequest) {
    if (aDefaultLoadRequest != null) {
      loadFlags = aDefaultLoadRequest.getLoadFlags() & nsIRequest.LOAD_REQUESTMASK;
    }
    defaultLoadRequest = aDefaultLoadRequest;
  }

  @Override
  public @Nullable nsIInterfaceRequestor getNotificationCallbacks() {
    return notificationCallbacks;
  }

  @Override
  public void setNotificationCallbacks(@Nullable nsIInterfaceRequestor aNotificationCallbacks) {
    notificationCallbacks = aNotificationCallbacks;
  }

  @Override
  public long getDefaultLoadFlags() {
    return defaultLoadFlags;
  }

  @Override
  public void setDefaultLoadFlags(long aDefaultLoadFlags) {
    defaultLoadFlags = aDefaultLoadFlags;
  }

  @Override
  public long getLoadFlags() {
    return loadFlags;
  }

  @Override
  public void setLoadFlags(long aLoadFlags) {
    loadFlags = aLoadFlags;
  }

  @Override
  public @Nullable nsILoadGroup getLoadGroup() {
    return loadGroup;
  }

  /** Counts from the next request that makes this group active; until then it stays where it is. */
  @Override
  public void setLoadGroup(@Nullable nsILoadGroup aLoadGroup) {
    loadGroup = aLoadGroup;
  }

  @Override
  public @Nullable nsILoadGroup getParentLoadGroup() {
    return parentLoadGroup.get();
  }

  @Override
  public void setParentLoadGroup(@Nullable nsILoadGroup aParentLoadGroup) {
    parentLoadGroup = WeakLink.to(aParentLoadGroup, nsILoadGroup.class);
  }

  @Override
  public nsILoadGroup getChildLoadGroup() {
    return this;
  }

  @Override
  public nsILoadGroup getRootLoadGroup() {
    nsILoadGroup parent = parentLoadGroup.get();
    nsILoadGroup outer = parent == null ? loadGroup : parent;
    if (outer == null) {
      return this;
    }
    return outer instanceof nsILoadGroupChild child ? child.getRootLoadGroup() : outer;
  }

  @Override
  public int getPriority() {
    return priority;
  }

  @Override
  public void setPriority(int aPriority) {
    adjustPriority(aPriority - priority);
  }

  @Override
  public synchronized void adjustPriority(int delta) {
    if (delta != 0) {
      priority += delta;
      members.snapshot().forEach(request -> adjust(request, delta));
    }
  }

  @Override
  public nsIWeakReference getWeakReference() {
    return reference;
  }

  /** Gives the request the flags of the group, and answers what they are now. */
  private long mergeFlags(nsIRequest request) {
    long before = request.getLoadFlags();
    long flags = before | defaultLoadFlags;
    nsIRequest leader = defaultLoadRequest;
    if (leader != null && leader != request) {
      flags |= loadFlags & INHERITED_FLAGS;
    }
    if (flags != before) {
      request.setLoadFlags(flags);
    }
    return flags;
  }

  /** Tells the observer; one that fails keeps the request out, and its adder does not hear of it. */
  private boolean tellStart(nsIRequest request, @Nullable nsISupports context) {
    nsIRequestObserver observer = groupObserver.get();
    if (observer == null) {
      return true;
    }
    try {
      observer.onStartRequest(request, context);
      return true;
    } catch (RuntimeException e) {
      LOG.warn("The observer of a load group refused a request, which stays outside", e);
      members.remove(request).ifPresent(member -> adjust(member.request(), -priority));
      return false;
    }
  }

  private void enterOwnGroup() {
    nsILoadGroup own = loadGroup;
    if (own != null && entered == null) {
      entered = own;
      try {
        own.addRequest(this, null);
      } catch (XpcomException e) {
        entered = null;
        LOG.debug("The load group of a load group does not take it", e);
      }
    }
  }

  private void leaveOwnGroup(long status) {
    nsILoadGroup left = entered;
    if (left != null) {
      entered = null;
      try {
        left.removeRequest(this, null, status);
      } catch (XpcomException e) {
        // A group that is being cancelled has put its members out before it cancels them.
        LOG.debug("A load group had left its own load group already", e);
      }
    }
  }

  private void forEachNewestFirst(Consumer<nsIRequest> action) {
    List<nsIRequest> requests = members.snapshot();
    Collections.reverse(requests);
    Failures failures = new Failures();
    for (nsIRequest request : requests) {
      if (members.contains(request)) {
        failures.run(() -> action.accept(request));
      }
    }
    failures.throwFirst();
  }

  private boolean isCancelling() {
    return cancelStatus != Nsresult.NS_OK;
  }

  private static void adjust(nsIRequest request, int delta) {
    if (delta != 0 && request instanceof nsISupportsPriority prioritized) {
      prioritized.adjustPriority(delta);
    }
  }

  private static nsIRequest given(@Nullable nsIRequest request) {
    if (request == null) {
      throw new XpcomException(Nsresult.NS_ERROR_ILLEGAL_VALUE, "request must not be null");
    }
    return request;
  }

  private static XpcomException alreadyHere() {
    return new XpcomException(
        Nsresult.NS_ERROR_UNEXPECTED, "the request is in this load group already");
  }
}
