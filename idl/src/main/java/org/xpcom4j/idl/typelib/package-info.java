/**
 * Typelibs (XPT 1.2): the scriptable interfaces of IDL files in binary form, for what calls them at
 * run time without their source. Model, writer, reader and printer; the reader and what it makes
 * know nothing of IDL.
 */
@NullMarked
package org.xpcom4j.idl.typelib;

import org.jspecify.annotations.NullMarked;
