/** Plain values and sequences in the dress of XPCOM objects, for components of all kinds. */
@NullMarked
package org.xpcom4j.registry.data;

import org.jspecify.annotations.NullMarked;
