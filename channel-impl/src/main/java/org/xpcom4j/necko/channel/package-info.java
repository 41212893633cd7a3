/**
 * The XPCOM object: what {@code asyncOpen} refuses, the load group, the callbacks, security information, preferences,
 * and the delivery of listener calls on the opening thread. The wire lies below, in {@code transport}.
 */
@NullMarked
package org.xpcom4j.necko.channel;

import org.jspecify.annotations.NullMarked;
