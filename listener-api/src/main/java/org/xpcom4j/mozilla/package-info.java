/** What programs written for JavaXPCOM expect of exceptions. */
@NullMarked
package org.xpcom4j.mozilla;

import org.jspecify.annotations.NullMarked;
