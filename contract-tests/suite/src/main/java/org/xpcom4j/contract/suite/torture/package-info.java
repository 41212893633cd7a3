/**
 * The torture engine: cases as data ({@link org.xpcom4j.contract.suite.torture.Catalogue}), and the two ends that play
 * them, {@link org.xpcom4j.contract.suite.torture.TortureServer} to any client and {@link
 * org.xpcom4j.contract.suite.torture.TortureClient} to any server. The endpoint under test echoes each message as one of
 * the same type, and nothing else.
 */
@NullMarked
package org.xpcom4j.contract.suite.torture;

import org.jspecify.annotations.NullMarked;
