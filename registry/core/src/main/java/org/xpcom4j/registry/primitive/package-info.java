/** Plain values in the dress of XPCOM objects: {@code @mozilla.org/supports-string;1} and its kin. */
@NullMarked
package org.xpcom4j.registry.primitive;

import org.jspecify.annotations.NullMarked;
