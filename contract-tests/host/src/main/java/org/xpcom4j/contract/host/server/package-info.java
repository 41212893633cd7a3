/**
 * The demonstration's other end: a certificate authority made at run time and a loopback TLS
 * WebSocket server, both Netty's own and strangers to our channel.
 */
@NullMarked
package org.xpcom4j.contract.host.server;

import org.jspecify.annotations.NullMarked;
