package org.xpcom4j.contract.host.command;

import java.io.PrintWriter;
import org.xpcom4j.contract.host.inspect.Timing;
import org.xpcom4j.registry.Xpcom;
import picocli.CommandLine.Option;

/** The option of commands that can tell where the time of their start went. */
final class TimingOption {
  @Option(
      names = "--timing",
      description = "Tell on standard error where the time of the registry's start went.")
  private boolean isWanted;

  void report(Xpcom xpcom, PrintWriter err) {
    if (isWanted) {
      Timing.of(xpcom.diagnostics().start()).forEach(err::println);
    }
  }
}
