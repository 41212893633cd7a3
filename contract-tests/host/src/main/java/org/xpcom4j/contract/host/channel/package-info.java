/** How a component-based host drives a channel and reads what it tells: look-up to {@code onStop}. */
@NullMarked
package org.xpcom4j.contract.host.channel;

import org.jspecify.annotations.NullMarked;
