package org.xpcom4j.necko.loadgroup;

import org.jspecify.annotations.Nullable;
import org.xpcom4j.interfaces.nsILoadGroup;
import org.xpcom4j.interfaces.nsIRequest;

/** A request that leaves all but what a test overrides to another one. */
class ForwardingRequest implements nsIRequest {
  private final nsIRequest target;

  ForwardingRequest(nsIRequest target) {
    this.target = target;
  }

  @Override
  public String getName() {
    return target.getName();
  }

  @Override
  public boolean isPending() {
    return target.isPending();
  }

  @Override
  public long getStatus() {
    return target.getStatus();
  }

  @Override
  public void cancel(long aStatus) {
    target.cancel(aStatus);
  }

  @Override
  public void suspend() {
    target.suspend();
  }

  @Override
  public void resume() {
    target.resume();
  }

  @Override
  public @Nullable nsILoadGroup getLoadGroup() {
    return target.getLoadGroup();
  }

  @Override
  public void setLoadGroup(@Nullable nsILoadGroup aLoadGroup) {
    target.setLoadGroup(aLoadGroup);
  }

  @Override
  public long getLoadFlags() {
    return target.getLoadFlags();
  }

  @Override
  public void setLoadFlags(long aLoadFlags) {
    target.setLoadFlags(aLoadFlags);
  }
}
