/** The category manager. */
@NullMarked
package org.xpcom4j.registry.category;

import org.jspecify.annotations.NullMarked;
