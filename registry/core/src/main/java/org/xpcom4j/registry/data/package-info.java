/** Sequences and weak references that components of all kinds hand out. */
@NullMarked
package org.xpcom4j.registry.data;

import org.jspecify.annotations.NullMarked;
