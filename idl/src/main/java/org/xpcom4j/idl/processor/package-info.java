/** The annotation processor: finds files the way javac does, reports and writes through javac. */
@NullMarked
package org.xpcom4j.idl.processor;

import org.jspecify.annotations.NullMarked;
