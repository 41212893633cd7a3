/** JMH benchmarks. */
@NullMarked
package org.xpcom4j.contract.bench;

import org.jspecify.annotations.NullMarked;
