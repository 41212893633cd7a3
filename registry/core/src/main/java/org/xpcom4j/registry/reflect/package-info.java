/**
 * Interfaces at run time: what their typelibs say of them, calls by the number of a method, and
 * objects that implement an interface by a handler. For bridges to other languages.
 */
@NullMarked
package org.xpcom4j.registry.reflect;

import org.jspecify.annotations.NullMarked;
