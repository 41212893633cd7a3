package org.xpcom4j.necko.channel;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xpcom4j.interfaces.nsILoadGroup;
import org.xpcom4j.interfaces.nsIRequest;
import org.xpcom4j.interfaces.nsISupports;
import org.xpcom4j.result.XpcomException;

/** A channel's place in its load group. Used on the thread that opened the channel. */
final class LoadGroupEntry {
  private static final Logger LOG = LoggerFactory.getLogger(LoadGroupEntry.class);

  /** No place in any group. */
  static final LoadGroupEntry NONE = new LoadGroupEntry(null, null, null);

  private final @Nullable nsILoadGroup group;
  private final @Nullable nsIRequest request;
  private final @Nullable nsISupports context;

  private LoadGroupEntry(
      @Nullable nsILoadGroup group, @Nullable nsIRequest request, @Nullable nsISupports context) {
    this.group = group;
    this.request = request;
    this.context = context;
  }

  /** Joins the group, if there is one. What the group throws passes: the request is not in it then. */
  static LoadGroupEntry join(
      @Nullable nsILoadGroup group, nsIRequest request, @Nullable nsISupports context) {
    if (group == null) {
      return NONE;
    }
    group.addRequest(request, context);
    return new LoadGroupEntry(group, request, context);
  }

  void leave(long status) {
    if (group == null || request == null) {
      return;
    }
    try {
      group.removeRequest(request, context, status);
    } catch (XpcomException e) {
      // A group that is being cancelled has taken the request out before it cancelled it.
      LOG.debug("the load group had let go of {} already", request.getName(), e);
    }
  }
}
