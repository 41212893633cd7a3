package org.xpcom4j.contract.host.command;

import java.io.InputStream;
import java.io.PrintWriter;

/**
 * Where a command reads and prints.
 *
 * @param in lines to send
 * @param out what arrives
 * @param err failures, and notices for people
 */
record Terminal(InputStream in, PrintWriter out, PrintWriter err) {}
