package org.xpcom4j.necko.io;

import java.util.BitSet;
import org.xpcom4j.interfaces.nsIPrefBranch;

/**
 * Ports of services that a request could harm. The preferences are read at each question, so that a
 * change counts at once and an entry that is taken out again has no effect left.
 */
final class BlockedPorts {
  private static final String BANNED = "network.security.ports.banned";
  private static final String OVERRIDE = "network.security.ports.banned.override";
  private static final BitSet ALWAYS =
      PortRanges.parse(
          "1,7,9,11,13,15,17,19-23,25,37,42,43,53,69,77,79,87,95,101-104,109-111,113,115,117,119,"
              + "123,135,137,139,143,161,179,389,465,512-515,526,530-532,540,554,556,563,587,601,"
              + "636,993,995,1719,1720,1723,2049,3659,4045,5060,5061,6000,6566,6665-6669");

  private final nsIPrefBranch prefs;

  BlockedPorts(nsIPrefBranch prefs) {
    this.prefs = prefs;
  }

  boolean contains(int port) {
    return !isIn(OVERRIDE, port) && (ALWAYS.get(port) || isIn(BANNED, port));
  }

  private boolean isIn(String pref, int port) {
    String list = prefs.getCharPref(pref, "");
    return !list.isEmpty() && PortRanges.parse(list).get(port);
  }
}
