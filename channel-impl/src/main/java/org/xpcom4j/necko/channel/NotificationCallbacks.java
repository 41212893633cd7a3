package org.xpcom4j.necko.channel;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xpcom4j.interfaces.nsIInterfaceRequestor;
import org.xpcom4j.interfaces.nsILoadGroup;
import org.xpcom4j.interfaces.nsISupports;
import org.xpcom4j.result.XpcomException;

/** Asks what the host plugged in: the channel's callbacks first, then those of its load group. */
final class NotificationCallbacks {
  private NotificationCallbacks() {}

  static <T extends nsISupports> Optional<T> find(
      Class<T> type, @Nullable nsIInterfaceRequestor callbacks, @Nullable nsILoadGroup group) {
    Optional<T> own = ask(type, callbacks);
    if (own.isPresent() || group == null) {
      return own;
    }
    return ask(type, group.getNotificationCallbacks());
  }

  private static <T extends nsISupports> Optional<T> ask(
      Class<T> type, @Nullable nsIInterfaceRequestor callbacks) {
    if (callbacks == null) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(callbacks.getInterface(type));
    } catch (XpcomException e) {
      return Optional.empty(); // NS_ERROR_NO_INTERFACE: how a requestor says that it has none
    }
  }
}
