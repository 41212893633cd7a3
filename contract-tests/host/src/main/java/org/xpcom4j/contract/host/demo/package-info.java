/** The demonstration: steps as values, and the transcript that shows them. */
@NullMarked
package org.xpcom4j.contract.host.demo;

import org.jspecify.annotations.NullMarked;
