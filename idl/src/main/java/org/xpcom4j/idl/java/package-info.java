/** From the model to Java interfaces. */
@NullMarked
package org.xpcom4j.idl.java;

import org.jspecify.annotations.NullMarked;
