/**
 * What IDL means: immutable, every name looked up, every rule checked. This is what back ends read.
 */
@NullMarked
package org.xpcom4j.idl.model;

import org.jspecify.annotations.NullMarked;
