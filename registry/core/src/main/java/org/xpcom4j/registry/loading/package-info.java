/** How plug-ins are read, registered and removed. */
@NullMarked
package org.xpcom4j.registry.loading;

import org.jspecify.annotations.NullMarked;
