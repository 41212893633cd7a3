/** Reference pages: a site of plain files that shows interfaces to people. */
@NullMarked
package org.xpcom4j.idl.html;

import org.jspecify.annotations.NullMarked;
