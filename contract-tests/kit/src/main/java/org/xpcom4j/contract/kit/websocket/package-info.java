/**
 * A scripted WebSocket peer for either side of a connection. It stands on plain blocking sockets and has its own frame
 * codec, so that it shares no mistake with what it tests.
 */
@NullMarked
package org.xpcom4j.contract.kit.websocket;

import org.jspecify.annotations.NullMarked;
