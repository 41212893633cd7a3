package org.xpcom4j.idl.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Whether standard error is a terminal whose user has nothing against colour. */
final class Colour implements BooleanSupplier {
  /** Set by the start script, which knows better than Java what is a terminal. */
  private static final String TOLD = "xpidl.colour";

  @Override
  public boolean getAsBoolean() {
    String told = System.getProperty(TOLD);
    return isWanted(
        System.getenv(),
        () -> told == null ? isTerminal(Path.of("/proc/self/fd/2")) : Boolean.parseBoolean(told));
  }

  /** As the environment wants it: NO_COLOR counts unless it is empty. */
  static boolean isWanted(Map<String, String> environment, BooleanSupplier isTerminal) {
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
