/**
 * The WebSocket protocol (RFC 6455): frames, messages, close codes, the closing handshake, and what the opening
 * handshake asks and accepts. State machines over buffers: no sockets, threads or clocks in here.
 */
@NullMarked
package org.xpcom4j.necko.protocol;

import org.jspecify.annotations.NullMarked;
