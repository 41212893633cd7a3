/** The observer service, and how a service holds its observers. */
@NullMarked
package org.xpcom4j.registry.observer;

import org.jspecify.annotations.NullMarked;
