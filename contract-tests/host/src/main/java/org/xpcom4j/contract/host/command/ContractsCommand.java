package org.xpcom4j.contract.host.command;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import org.xpcom4j.registry.RegisteredContract;
import org.xpcom4j.registry.Xpcom;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists what the registry found. */
@Command(
    name = "contracts",
    description = "Lists each contract ID with the class that answers it and the class's module.")
final class ContractsCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Override
  public Integer call() {
    try (Xpcom xpcom = Xpcom.start()) {
      List<List<String>> rows =
          xpcom.contracts().stream()
              .sorted(Comparator.comparing(RegisteredContract::contractId))
              .map(ContractsCommand::row)
              .toList();
      Columns.of(rows).forEach(spec.commandLine().getOut()::println);
    }
    return ExitCode.OK;
  }

  private static List<String> row(RegisteredContract contract) {
    String module = contract.module().isEmpty() ? "(no module)" : contract.module();
    return List.of(contract.contractId(), contract.className(), module);
  }
}
