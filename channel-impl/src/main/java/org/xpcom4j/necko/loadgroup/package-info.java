/** Load groups: requests that are listed, counted and cancelled as one. */
@NullMarked
package org.xpcom4j.necko.loadgroup;

import org.jspecify.annotations.NullMarked;
