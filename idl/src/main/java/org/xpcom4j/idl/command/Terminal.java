package org.xpcom4j.idl.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * Where a command prints.
 *
 * @param out results
 * @param err what is wrong
 * @param colour whether what is wrong is shown in colour
 */
record Terminal(PrintWriter out, PrintWriter err, boolean colour) {
  /** Set by the start script, which knows better than Java what is a terminal. */
  private static final String COLOUR = "xpidl.colour";

  /** Whether standard error is a terminal whose user has nothing against colour. */
  static boolean hasColour() {
    String told = System.getProperty(COLOUR);
    return hasColour(
        System.getenv(),
        () -> told == null ? isTerminal(Path.of("/proc/self/fd/2")) : Boolean.parseBoolean(told));
  }

  /** As the environment wants it: NO_COLOR counts unless it is empty. */
  static boolean hasColour(Map<String, String> environment, BooleanSupplier isTerminal) {
    return environment.getOrDefault("NO_COLOR", "").isEmpty()
        && !"dumb".equals(environment.get("TERM"))
        && isTerminal.getAsBoolean();
  }

  private static boolean isTerminal(Path descriptor) {
    try {
      String device = Files.readSymbolicLink(descriptor).toString();
      return device.startsWith("/dev/pts/") || device.startsWith("/dev/tty");
    } catch (IOException | UnsupportedOperationException unknown) {
      return false;
    }
  }
}
