/** Result codes and exceptions as objects. */
@NullMarked
package org.xpcom4j.registry.error;

import org.jspecify.annotations.NullMarked;
