/** From syntax to model: includes, names, attributes, constants; every rule of the language. */
@NullMarked
package org.xpcom4j.idl.semantic;

import org.jspecify.annotations.NullMarked;
