/** How IDL is written: from text to a syntax tree, with no name looked up. */
@NullMarked
package org.xpcom4j.idl.syntax;

import org.jspecify.annotations.NullMarked;
