/**
 * Frozen interfaces: what others depend on is written to a file under review, and compared with it
 * ever after.
 */
@NullMarked
package org.xpcom4j.idl.freeze;

import org.jspecify.annotations.NullMarked;
