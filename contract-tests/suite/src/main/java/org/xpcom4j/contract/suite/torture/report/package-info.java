/** Reports of torture runs, for people and for programs. */
@NullMarked
package org.xpcom4j.contract.suite.torture.report;

import org.jspecify.annotations.NullMarked;
