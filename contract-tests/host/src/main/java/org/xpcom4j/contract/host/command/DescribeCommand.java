package org.xpcom4j.contract.host.command;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.xpcom4j.contract.host.inspect.ClassDescription;
import org.xpcom4j.interfaces.nsIFactory;
import org.xpcom4j.registry.Xpcom;
import org.xpcom4j.registry.diagnostics.Diagnostics;
import org.xpcom4j.registry.diagnostics.RegisteredClass;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Describes components. */
@Command(
    name = "describe",
    description = {
      "Describes who implements a contract or interface: class, interfaces, scope, flags, where it"
          + " comes from, what its constructor asks for, and who asks for it."
    })
final class DescribeCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Parameters(
      paramLabel = "NAME",
      description = "A contract ID, a class ID, or the name of an interface or class.")
  private String name = "";

  @Mixin private TimingOption timing = new TimingOption();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try (Xpcom xpcom = Xpcom.start()) {
      Diagnostics diagnostics = xpcom.diagnostics();
      List<RegisteredClass> found = diagnostics.find(name);
      if (found.isEmpty()) {
        throw unknown(xpcom);
      }
      var dependencies = diagnostics.dependencies();
      found.forEach(each -> ClassDescription.of(each, dependencies).forEach(out::println));
      timing.report(xpcom, spec.commandLine().getErr());
    }
    return ExitCode.OK;
  }

  /** The registry explains an unknown contract ID better: it names what is near. */
  private RuntimeException unknown(Xpcom xpcom) {
    if (name.startsWith("@")) {
      xpcom.componentManager().getClassObjectByContractID(name, nsIFactory.class);
    }
    return new ParameterException(
        spec.commandLine(),
        "no contract, class or interface of a component is called \"" + name + "\"");
  }
}
