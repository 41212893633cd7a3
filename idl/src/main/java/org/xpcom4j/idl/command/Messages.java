package org.xpcom4j.idl.command;

import org.xpcom4j.idl.diagnostic.Diagnostic;
import org.xpcom4j.idl.diagnostic.DiagnosticFormat;
import org.xpcom4j.idl.diagnostic.Severity;

/** Writes diagnostics for a terminal, on which the place and the kind may stand out. */
final class Messages {
  private static final String BOLD = "\u001B[1m";
  private static final String RED = "\u001B[1;31m";
  private static final String MAGENTA = "\u001B[1;35m";
  private static final String PLAIN = "\u001B[0m";

  private final boolean colour;

  Messages(Terminal terminal) {
    this.colour = terminal.hasColour().getAsBoolean();
  }

  String format(Diagnostic diagnostic) {
    String text = DiagnosticFormat.format(diagnostic);
    if (!colour) {
      return text;
    }
    String place = diagnostic.span() + ": ";
    String kind = diagnostic.severity().word() + ":";
    int rest = place.length() + kind.length();
    String kindColour = diagnostic.severity() == Severity.ERROR ? RED : MAGENTA;
    return BOLD + place + PLAIN + kindColour + kind + PLAIN + text.substring(rest);
  }
}
