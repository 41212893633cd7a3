/** TLS by the JDK: engines, what is trusted, and what is told about a handshake. */
@NullMarked
package org.xpcom4j.necko.security;

import org.jspecify.annotations.NullMarked;
