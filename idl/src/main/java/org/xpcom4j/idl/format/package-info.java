/** The canonical layout of IDL. Knows words, comments and lines, and nothing of their meaning. */
@NullMarked
package org.xpcom4j.idl.format;

import org.jspecify.annotations.NullMarked;
