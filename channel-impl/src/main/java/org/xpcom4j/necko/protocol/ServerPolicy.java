package org.xpcom4j.necko.protocol;

import org.jspecify.annotations.Nullable;

/**
 * What a server agrees to.
 *
 * @param protocols the subprotocols it speaks, its favourite first
 * @param deflate the most it agrees to: it always compresses each message by itself, or wants the client to, where this
 *     says so, and no window is larger; null for no compression
 */
public record ServerPolicy(Subprotocols protocols, @Nullable DeflateParameters deflate) {}
