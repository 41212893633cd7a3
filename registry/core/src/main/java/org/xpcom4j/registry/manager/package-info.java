/**
 * The component manager: which class stands behind an ID, how an object of it is made, and when
 * services come and go. Only {@code org.xpcom4j.registry} uses it.
 */
@NullMarked
package org.xpcom4j.registry.manager;

import org.jspecify.annotations.NullMarked;
