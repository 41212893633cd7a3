/**
 * The WebSocket protocol (RFC 6455, RFC 7692), for both ends of a connection: the opening handshake with its HTTP heads,
 * frames, messages, compression, close codes and the closing handshake. State machines over buffers: no sockets, threads
 * or clocks in here.
 *
 * <p>Buffers are Netty's {@code ByteBuf}s, because the sockets read into them and write from them: what lies outside the
 * heap is decoded where it is, and small frames are encoded one behind the other, without a copy between two kinds of
 * buffer.
 */
@NullMarked
package org.xpcom4j.necko.protocol;

import org.jspecify.annotations.NullMarked;
