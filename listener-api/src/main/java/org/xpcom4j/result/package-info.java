/**
 * Result codes and the exception that carries them. Arguments are never null unless a method says
 * so.
 */
@NullMarked
package org.xpcom4j.result;

import org.jspecify.annotations.NullMarked;
