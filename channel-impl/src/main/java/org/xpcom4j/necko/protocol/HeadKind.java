package org.xpcom4j.necko.protocol;

import java.util.function.Function;

/** Requests or responses: what differs in their heads is the first line. */
interface HeadKind<H> {
  /** The noun for messages: what the head is of. */
  String noun();

  /** Reads the first line; returns what makes a head of the fields behind it. */
  Function<HeaderFields, H> startLine(String line) throws MalformedHead;
}
