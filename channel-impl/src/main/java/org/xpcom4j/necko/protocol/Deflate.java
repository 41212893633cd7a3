package org.xpcom4j.necko.protocol;

/**
 * How messages of one connection are compressed.
 *
 * @param parameters what was agreed on
 * @param threshold the size from which messages go out compressed
 * @param pool keeps deflaters and inflaters between messages
 */
public record Deflate(DeflateParameters parameters, int threshold, ZlibPool pool) {
  MessageDeflater deflater(Role own) {
    return new MessageDeflater(
        pool, !parameters.noContextTakeover(own), parameters.maxWindowBits(own), threshold);
  }

  MessageInflater inflater(Role own, int maxMessageBytes) {
    return new MessageInflater(pool, !parameters.noContextTakeover(own.other()), maxMessageBytes);
  }
}
