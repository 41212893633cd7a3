package org.xpcom4j.necko.channel;

import java.time.Duration;
import org.xpcom4j.interfaces.nsIPrefBranch;
import org.xpcom4j.necko.protocol.HeadLimits;
import org.xpcom4j.necko.transport.ConnectionLimits;

/**
 * What the preferences say when a channel is opened. A value of another type counts as absent, one out of range is
 * moved to the nearest bound.
 *
 * @param openTimeout {@code network.websocket.timeout.open}, in seconds, 1 to 1800, 20 by default
 * @param closeTimeout {@code network.websocket.timeout.close}, in seconds, 1 to 1800, 20 by default
 * @param maxMessageBytes {@code network.websocket.max-message-size}, 1024 to 2147483647, the latter by default
 * @param maxFrameBytes {@code network.websocket.max-frame-size}, 1024 to 2147483647, the latter by default: the largest
 *     payload of a frame of the server's
 * @param maxHeadBytes {@code network.http.max_response_header_size}, 1024 to 16777216, 393216 by default: the largest
 *     head of the server's answer
 * @param deflate {@code network.websocket.extensions.permessage-deflate}: whether compression is offered; true by default
 * @param compressFromBytes {@code network.websocket.compress-from-size}: the smallest message to compress, 0 to
 *     2147483647, 64 by default
 * @param maxConnections {@code network.websocket.max-connections}, 1 to 65535, 200 by default
 * @param startOnFailure {@code network.websocket.start-on-failure}: whether {@code onStart} is called also when no
 *     connection came about; true by default
 * @param collapseOpenErrors {@code network.websocket.collapse-open-errors}: whether only Gecko's three values tell why
 *     a channel could not be opened; false by default
 * @param userAgent {@code general.useragent.override}: what the User-Agent header says, {@code xpcom4j} by default
 */
record ChannelPreferences(
    Duration openTimeout,
    Duration closeTimeout,
    int maxMessageBytes,
    int maxFrameBytes,
    int maxHeadBytes,
    boolean deflate,
    int compressFromBytes,
    int maxConnections,
    boolean startOnFailure,
    boolean collapseOpenErrors,
    String userAgent) {

  static ChannelPreferences read(nsIPrefBranch branch) {
    return new ChannelPreferences(
        Duration.ofSeconds(bounded(branch, "network.websocket.timeout.open", 20, 1, 1800)),
        Duration.ofSeconds(bounded(branch, "network.websocket.timeout.close", 20, 1, 1800)),
        bounded(
            branch,
            "network.websocket.max-message-size",
            Integer.MAX_VALUE,
            1024,
            Integer.MAX_VALUE),
        bounded(
            branch, "network.websocket.max-frame-size", Integer.MAX_VALUE, 1024, Integer.MAX_VALUE),
        bounded(
            branch,
            "network.http.max_response_header_size",
            HeadLimits.DEFAULT.maxHeadBytes(),
            1024,
            1 << 24),
        flag(branch, "network.websocket.extensions.permessage-deflate", true),
        bounded(
            branch,
            "network.websocket.compress-from-size",
            ConnectionLimits.DEFAULT.compressFromBytes(),
            0,
            Integer.MAX_VALUE),
        bounded(branch, "network.websocket.max-connections", 200, 1, 65535),
        flag(branch, "network.websocket.start-on-failure", true),
        flag(branch, "network.websocket.collapse-open-errors", false),
        text(branch, "general.useragent.override", "xpcom4j"));
  }

  ConnectionLimits limits() {
    return new ConnectionLimits(
        openTimeout,
        closeTimeout,
        maxMessageBytes,
        ConnectionLimits.DEFAULT.maxUnconsumedBytes(),
        ConnectionLimits.DEFAULT.maxPendingSendBytes(),
        compressFromBytes,
        maxFrameBytes,
        new HeadLimits(
            HeadLimits.DEFAULT.maxStartLineBytes(),
            HeadLimits.DEFAULT.maxFieldLineBytes(),
            HeadLimits.DEFAULT.maxFields(),
            maxHeadBytes));
  }

  private static int bounded(nsIPrefBranch branch, String name, int absent, int least, int most) {
    if (branch.getPrefType(name) != nsIPrefBranch.PREF_INT) {
      return absent;
    }
    return Math.max(least, Math.min(most, branch.getIntPref(name)));
  }

  private static boolean flag(nsIPrefBranch branch, String name, boolean absent) {
    return branch.getPrefType(name) == nsIPrefBranch.PREF_BOOL ? branch.getBoolPref(name) : absent;
  }

  private static String text(nsIPrefBranch branch, String name, String absent) {
    return branch.getPrefType(name) == nsIPrefBranch.PREF_STRING
        ? branch.getCharPref(name)
        : absent;
  }
}
