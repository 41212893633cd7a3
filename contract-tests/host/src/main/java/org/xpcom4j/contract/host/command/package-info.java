/** The {@code xpcom} command. */
@NullMarked
package org.xpcom4j.contract.host.command;

import org.jspecify.annotations.NullMarked;
