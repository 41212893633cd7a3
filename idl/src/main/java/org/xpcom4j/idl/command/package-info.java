/** The {@code xpidl} command: files and options from a command line, results to a terminal. */
@NullMarked
package org.xpcom4j.idl.command;

import org.jspecify.annotations.NullMarked;
