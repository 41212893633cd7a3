package org.xpcom4j.contract.host.channel;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.xpcom4j.interfaces.nsIInterfaceRequestor;
import org.xpcom4j.interfaces.nsISupports;
import org.xpcom4j.result.Nsresult;
import org.xpcom4j.result.XpcomException;

/** Notification callbacks of a host that helps with nothing, but remembers what it was asked for. */
public final class RecordingCallbacks implements nsIInterfaceRequestor {
  private final Set<UUID> asked = Collections.synchronizedSet(new LinkedHashSet<>());

  /**
   * Returns what was asked for.
   *
   * @return interface IDs, each once, in the order of the first question
   */
  public List<UUID> asked() {
    synchronized (asked) {
      return List.copyOf(asked);
    }
  }

  @Override
  public nsISupports getInterface(UUID uuid) {
    asked.add(uuid);
    throw new XpcomException(
        Nsresult.NS_ERROR_NO_INTERFACE, "this host's notification callbacks offer nothing");
  }
}
