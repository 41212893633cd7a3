/** The io service: URIs by scheme, protocol handlers, blocked ports, and the offline switch. */
@NullMarked
package org.xpcom4j.necko.io;

import org.jspecify.annotations.NullMarked;
