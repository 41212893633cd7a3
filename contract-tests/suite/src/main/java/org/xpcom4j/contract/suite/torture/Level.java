package org.xpcom4j.contract.suite.torture;

/** How strict a case is. */
public enum Level {
  /** The RFC demands it; not to keep it is a failure. */
  REQUIRED,
  /** The RFC or good sense recommends it; not to keep it is noted as not strict. */
  RECOMMENDED,
  /** Endpoints differ, and may; what this one does is noted. */
  INFORMATIONAL
}
