/**
 * Sockets, TLS and the HTTP upgrade, by Netty. A {@link org.xpcom4j.necko.transport.SocketTransport} owns the socket
 * threads; each {@link org.xpcom4j.necko.transport.Connection} lives on one of them and tells its {@link
 * org.xpcom4j.necko.transport.ConnectionListener} there what happens. Nothing here knows XPCOM's threads or objects,
 * except that faults are named by nsresult.
 */
@NullMarked
package org.xpcom4j.necko.transport;

import org.jspecify.annotations.NullMarked;
