package org.xpcom4j.registry.loading;

import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xpcom4j.interfaces.nsIConsoleService;
import org.xpcom4j.result.XpcomException;

/** Tells the log and the console service what is left out. */
final class ProblemReport {

  private static final Logger LOG = LoggerFactory.getLogger("org.xpcom4j.registry.plugins");

  private final Supplier<nsIConsoleService> console;

  ProblemReport(Supplier<nsIConsoleService> console) {
    this.console = console;
  }

  /** A message with what failed, if there is more to it than the message. */
  void tell(String message, Throwable why) {
    LOG.warn("{}", message, why);
    toConsole(message);
  }

  void tell(String message) {
    LOG.warn("{}", message);
    toConsole(message);
  }

  /** The console is closed with the registry, and deaf while it tells somebody a message. */
  private void toConsole(String message) {
    try {
      console.get().logStringMessage(message);
    } catch (XpcomException refused) {
      LOG.debug("The console service does not take it", refused);
    }
  }
}
