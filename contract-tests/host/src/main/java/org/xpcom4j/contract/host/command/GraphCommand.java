package org.xpcom4j.contract.host.command;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.xpcom4j.contract.host.inspect.ServiceGraph;
import org.xpcom4j.registry.Xpcom;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Draws components and what they hold. */
@Command(
    name = "graph",
    description = {
      "Draws components and what their constructors ask for. Services have round ends; dashed"
          + " arrows are what is asked for later, or only if it is there."
    })
final class GraphCommand implements Callable<Integer> {
  /** A language for graphs. */
  enum Format {
    mermaid,
    dot
  }

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "mermaid",
      description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private Format format = Format.mermaid;

  @Mixin private TimingOption timing = new TimingOption();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try (Xpcom xpcom = Xpcom.start()) {
      var graph = new ServiceGraph(xpcom.diagnostics().dependencies());
      (format == Format.dot ? graph.dot() : graph.mermaid()).forEach(out::println);
      timing.report(xpcom, spec.commandLine().getErr());
    }
    return ExitCode.OK;
  }
}
