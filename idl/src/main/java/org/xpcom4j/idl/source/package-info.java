/** Source texts, and places in them. */
@NullMarked
package org.xpcom4j.idl.source;

import org.jspecify.annotations.NullMarked;
