/** The console service. */
@NullMarked
package org.xpcom4j.registry.console;

import org.jspecify.annotations.NullMarked;
