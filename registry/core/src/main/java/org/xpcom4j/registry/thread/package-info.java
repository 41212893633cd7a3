/**
 * Event loops: a queue of events for each thread, run by that thread.
 *
 * <p>Arguments are never null; where a caller that knows nothing of null annotations passes null
 * all the same, the methods of frozen interfaces answer with {@code NS_ERROR_ILLEGAL_VALUE}.
 */
@NullMarked
package org.xpcom4j.registry.thread;

import org.jspecify.annotations.NullMarked;
