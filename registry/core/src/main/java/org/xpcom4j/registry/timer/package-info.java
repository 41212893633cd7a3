/** Timers: calls back after a delay, on an event target. */
@NullMarked
package org.xpcom4j.registry.timer;

import org.jspecify.annotations.NullMarked;
