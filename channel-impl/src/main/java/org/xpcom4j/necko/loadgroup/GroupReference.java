package org.xpcom4j.necko.loadgroup;

import java.lang.ref.WeakReference;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xpcom4j.interfaces.nsISupports;
import org.xpcom4j.interfaces.nsIWeakReference;

/** Leads to a load group without keeping it alive. */
final class GroupReference implements nsIWeakReference {
  private final WeakReference<LoadGroup> group;

  GroupReference(LoadGroup group) {
    this.group = new WeakReference<>(group);
  }

  @Override
  public @Nullable nsISupports queryReferent(UUID uuid) {
    LoadGroup referent = group.get();
    return referent == null ? null : referent.queryInterface(uuid);
  }
}
