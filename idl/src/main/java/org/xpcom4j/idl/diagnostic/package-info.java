/** What there is to say about IDL files, as values, and how it is written. */
@NullMarked
package org.xpcom4j.idl.diagnostic;

import org.jspecify.annotations.NullMarked;
