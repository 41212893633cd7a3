/** From the model to C++ headers as XPCOM's C++ code expects them. Knows no file system. */
@NullMarked
package org.xpcom4j.idl.header;

import org.jspecify.annotations.NullMarked;
