package org.xpcom4j.idl.command;

import java.io.PrintWriter;
import java.util.function.BooleanSupplier;

/**
 * Where a command prints.
 *
 * @param out results
 * @param err what is wrong
 * @param hasColour whether what is wrong is shown in colour; asked when there is something wrong
 */
record Terminal(PrintWriter out, PrintWriter err, BooleanSupplier hasColour) {}
