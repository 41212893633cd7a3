package org.xpcom4j.registry.manager;

import static org.xpcom4j.result.Nsresult.NS_ERROR_NOT_IMPLEMENTED;
import static org.xpcom4j.result.Nsresult.NS_ERROR_NO_INTERFACE;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xpcom4j.interfaces.nsIClassInfo;
import org.xpcom4j.interfaces.nsIFactory;
import org.xpcom4j.interfaces.nsISupports;
import org.xpcom4j.metadata.Interfaces;
import org.xpcom4j.registry.component.ComponentEntry;
import org.xpcom4j.registry.component.Scope;
import org.xpcom4j.result.XpcomException;

/**
 * A class that the registry knows: its factory, and its service once that exists. The service
 * belongs to the entry, so that all contract IDs of the class and its CID give one object.
 */
public final class Entry {

  private final UUID cid;
  private final Source source;
  private final Scope scope;
  private final nsIFactory factory;
  private final boolean mainThreadOnly;
  private final boolean needsNothing;

  /** Written by {@link Services} under its lock; read by every look-up. */
  private volatile @Nullable nsISupports service;

  /** How the static initialiser of the class failed, if it did. */
  private volatile @Nullable LinkageError firstFailure;

  /** The service's creation while it goes on; guarded by the lock of {@link Services}. */
  private @Nullable Creation pending;

  /** Whether the class was unregistered; guarded by the lock of {@link Services}. */
  private boolean retired;

  /** What is said of the class if its plug-in was removed, 0 otherwise. */
  private volatile long goneResult;

  Entry(UUID cid, Source source, Scope scope, nsIFactory factory) {
    this(cid, source, scope, factory, flagsOf(factory), false);
  }

  private Entry(
      UUID cid, Source source, Scope scope, nsIFactory factory, long flags, boolean needsNothing) {
    this.cid = cid;
    this.source = source;
    this.scope = scope;
    this.factory = factory;
    this.needsNothing = needsNothing;
    this.mainThreadOnly = (flags & nsIClassInfo.MAIN_THREAD_ONLY) != 0;
  }

  /** Makes an entry for what a table tells of a class. */
  static Entry of(ComponentEntry data, Source source, TableFactory factory) {
    return new Entry(data.cid(), source, data.scope(), factory, data.flags(), data.needsNothing());
  }

  /** A factory that is no class info, or does not say, has no flags. */
  private static long flagsOf(nsIFactory factory) {
    try {
      return factory instanceof nsIClassInfo info
          ? info.getFlags()
          : Interfaces.query(factory, nsIClassInfo.class).getFlags();
    } catch (XpcomException silent) {
      if (silent.result() == NS_ERROR_NO_INTERFACE || silent.result() == NS_ERROR_NOT_IMPLEMENTED) {
        return 0;
      }
      throw silent;
    }
  }

  /**
   * Returns the class ID.
   *
   * @return the ID under which the class was registered
   */
  public UUID cid() {
    return cid;
  }

  /**
   * Returns where the class comes from.
   *
   * @return class, module and origin
   */
  public Source source() {
    return source;
  }

  /**
   * Returns the service.
   *
   * @return null if it was not made yet, is being made, or was released
   */
  public @Nullable nsISupports service() {
    return service;
  }

  boolean isMainThreadOnly() {
    return mainThreadOnly;
  }

  /** Whether its constructor is known to ask for nothing. */
  boolean needsNothing() {
    return needsNothing;
  }

  Scope scope() {
    return scope;
  }

  @Nullable LinkageError firstFailure() {
    return firstFailure;
  }

  void setFirstFailure(LinkageError failure) {
    firstFailure = failure;
  }

  nsIFactory factory() {
    return factory;
  }

  void setService(@Nullable nsISupports made) {
    service = made;
  }

  @Nullable Creation pending() {
    return pending;
  }

  boolean isRetired() {
    return retired;
  }

  void retire() {
    retired = true;
  }

  /** Whether the class belonged to a plug-in that was removed. */
  boolean isEvicted() {
    return goneResult != 0;
  }

  long goneResult() {
    return goneResult;
  }

  void evict(long result) {
    goneResult = result;
  }

  void setPending(@Nullable Creation creation) {
    pending = creation;
  }
}
