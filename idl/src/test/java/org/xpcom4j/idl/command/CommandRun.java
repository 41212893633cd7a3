package org.xpcom4j.idl.command;

import java.io.PrintWriter;
import java.io.StringWriter;

/**
 * What one run of the command did.
 *
 * @param exitCode its exit code
 * @param out what it printed
 * @param err what it complained about
 */
record CommandRun(int exitCode, String out, String err) {
  static CommandRun of(String... args) {
    return of(false, args);
  }

  static CommandRun of(boolean colour, String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    var terminal = new Terminal(new PrintWriter(out), new PrintWriter(err), () -> colour);
    int exitCode = Xpidl.execute(terminal, args);
    return new CommandRun(exitCode, lines(out), lines(err));
  }

  private static String lines(StringWriter text) {
    return text.toString().replace(System.lineSeparator(), "\n");
  }
}
