/** Preferences in memory: the table, its branches and their observers. */
@NullMarked
package org.xpcom4j.registry.pref;

import org.jspecify.annotations.NullMarked;
