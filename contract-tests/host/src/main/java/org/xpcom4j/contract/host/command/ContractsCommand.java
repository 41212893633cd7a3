package org.xpcom4j.contract.host.command;

import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import org.xpcom4j.contract.host.inspect.ContractList;
import org.xpcom4j.contract.host.inspect.ContractTree;
import org.xpcom4j.registry.RegisteredContract;
import org.xpcom4j.registry.Xpcom;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists what the registry found. */
@Command(
    name = "contracts",
    description = "Lists each contract ID with the class that answers it and the class's module.")
final class ContractsCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @ArgGroup private Shape shape = new Shape();

  @Mixin private TimingOption timing = new TimingOption();

  /** One of these at most. */
  private static final class Shape {
    @Option(names = "--tree", description = "Draw them as a tree of domains and modules.")
    private boolean isTree;

    @Option(names = "--json", description = "Write them as a JSON array.")
    private boolean isJson;
  }

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try (Xpcom xpcom = Xpcom.start()) {
      List<RegisteredContract> contracts =
          xpcom.contracts().stream()
              .sorted(Comparator.comparing(RegisteredContract::contractId))
              .toList();
      lines(contracts).forEach(out::println);
      timing.report(xpcom, spec.commandLine().getErr());
    }
    return ExitCode.OK;
  }

  private List<String> lines(List<RegisteredContract> contracts) {
    if (shape.isTree) {
      return ContractTree.draw(contracts);
    }
    return shape.isJson
        ? List.of(ContractList.json(contracts))
        : Columns.of(contracts.stream().map(ContractsCommand::row).toList());
  }

  private static List<String> row(RegisteredContract contract) {
    String module = contract.module().isEmpty() ? "(no module)" : contract.module();
    return List.of(contract.contractId(), contract.className(), module);
  }
}
