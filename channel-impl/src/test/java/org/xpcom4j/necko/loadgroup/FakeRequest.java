package org.xpcom4j.necko.loadgroup;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xpcom4j.interfaces.nsILoadGroup;
import org.xpcom4j.interfaces.nsIRequest;
import org.xpcom4j.interfaces.nsISupportsPriority;
import org.xpcom4j.result.Nsresult;

/** A request that writes what is done to it into a shared list. */
final class FakeRequest implements nsIRequest, nsISupportsPriority {
  private final String name;
  private final List<String> events;
  private long loadFlags;
  private long status = Nsresult.NS_OK;
  private int priority;
  private @Nullable nsILoadGroup loadGroup;
  private @Nullable RuntimeException failure;

  FakeRequest(String name, List<String> events) {
    this.name = name;
    this.events = events;
  }

  static FakeRequest background(String name, List<String> events) {
    FakeRequest request = new FakeRequest(name, events);
    request.loadFlags = LOAD_BACKGROUND;
    return request;
  }

  /** Makes cancel, suspend, resume and the load flags fail after they are noted. */
  FakeRequest failing(@Nullable RuntimeException reason) {
    failure = reason;
    return this;
  }

  @Override
  public String getName() {
    return name;
  }

  @Override
  public boolean isPending() {
    return true;
  }

  @Override
  public long getStatus() {
    return status;
  }

  @Override
  public void cancel(long aStatus) {
    status = aStatus;
    note("cancel " + name + " " + Nsresult.nameOf(aStatus));
  }

  @Override
  public void suspend() {
    note("suspend " + name);
  }

  @Override
  public void resume() {
    note("resume " + name);
  }

  @Override
  public @Nullable nsILoadGroup getLoadGroup() {
    return loadGroup;
  }

  @Override
  public void setLoadGroup(@Nullable nsILoadGroup aLoadGroup) {
    loadGroup = aLoadGroup;
  }

  @Override
  public long getLoadFlags() {
    if (failure != null) {
      throw failure;
    }
    return loadFlags;
  }

  @Override
  public void setLoadFlags(long aLoadFlags) {
    loadFlags = aLoadFlags;
    note("flags " + name + " " + aLoadFlags);
  }

  @Override
  public int getPriority() {
    return priority;
  }

  @Override
  public void setPriority(int aPriority) {
    priority = aPriority;
  }

  @Override
  public void adjustPriority(int delta) {
    priority += delta;
  }

  private void note(String event) {
    events.add(event);
    if (failure != null) {
      throw failure;
    }
  }
}
