package org.xpcom4j.idl.command;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Reads any command line, explains what is wrong with it, and helps. */
final class FullCommandLine implements IExecutionStrategy {
  /** Names the types that options could have and ours have not; they take long to load. */
  private static final String LEFT_OUT = "picocli.converters.excludes";

  private final Action action;

  private FullCommandLine(Action action) {
    this.action = action;
  }

  /** What is to be done with a command line that is understood. */
  interface Action {
    /** Does it; returns the exit code. */
    int run(Subcommand subcommand, Arguments given);
  }

  /** Does what a command line says; returns the exit code. */
  static int execute(Terminal terminal, Action action, String... args) {
    System.setProperty(LEFT_OUT, "java.*");
    FullCommandLine full = new FullCommandLine(action);
    return new CommandLine(describe(asked(args)))
        .setOut(terminal.out())
        .setErr(terminal.err())
        .setExecutionStrategy(full)
        .execute(args);
  }

  /** The subcommand that is asked for; all, if that is not clear. */
  private static List<String> asked(String... args) {
    return args.length > 0 && Xpidl.SUBCOMMANDS.contains(args[0])
        ? List.of(args[0])
        : Xpidl.SUBCOMMANDS;
  }

  private static CommandSpec describe(List<String> subcommands) {
    CommandSpec spec = CommandSpec.create().name("xpidl");
    addHelp(spec);
    spec.version("xpidl " + version());
    spec.usageMessage()
        .description("Compiles XPIDL, the language of XPCOM interfaces.")
        .synopsisSubcommandLabel("COMMAND")
        .exitCodeListHeading("%nExit codes:%n")
        .exitCodeList(
            UsageMessageSpec.keyValuesMap(
                "0:all files accepted",
                "1:a file refused: it has errors, or is not in canonical layout",
                "2:wrong command line",
                "3:a defect of xpidl"));
    for (String name : subcommands) {
      Subcommand subcommand = Xpidl.subcommand(name);
      CommandSpec described = CommandSpec.wrapWithoutInspection(subcommand);
      described.name(name);
      addHelp(described);
      describe(described, subcommand.grammar());
      spec.addSubcommand(name, new CommandLine(described));
    }
    return spec;
  }

  private static void addHelp(CommandSpec spec) {
    spec.addOption(help("-h", "--help", "Show this help and exit.").usageHelp(true).build());
    spec.addOption(help("-V", "--version", "Show the version and exit.").versionHelp(true).build());
  }

  private static OptionSpec.Builder help(String letter, String name, String description) {
    return OptionSpec.builder(letter, name).type(boolean.class).description(description);
  }

  private static void describe(CommandSpec spec, Grammar grammar) {
    spec.usageMessage().description(grammar.description());
    for (Option option : grammar.options()) {
      spec.addOption(describe(option));
    }
    spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("FILE")
            .arity("1..*")
            .required(true)
            .type(List.class)
            .auxiliaryTypes(String.class)
            .description(grammar.files())
            .build());
  }

  private static OptionSpec describe(Option option) {
    String description = option.description();
    OptionSpec.Builder spec = OptionSpec.builder(option.name()).required(option.isRequired());
    if (option.initial() != null) {
      spec.defaultValue(option.initial());
      description += " Default: ${DEFAULT-VALUE}";
    }
    if (option.kind() != Option.Kind.FLAG) {
      spec.paramLabel(option.label());
    }
    switch (option.kind()) {
      case FLAG -> spec.type(boolean.class);
      case TEXT -> spec.type(String.class);
      case NUMBER -> spec.type(int.class);
      case LIST -> spec.type(List.class).auxiliaryTypes(String.class).arity("1");
    }
    return spec.description(description).build();
  }

  @Override
  public int execute(ParseResult given) {
    Integer helped = CommandLine.executeHelpRequest(given);
    if (helped != null) {
      return helped;
    }
    if (!given.hasSubcommand()) {
      throw new ParameterException(
          given.commandSpec().commandLine(), "a command is missing, such as: xpidl check FILE");
    }
    ParseResult own = given.subcommand();
    Subcommand subcommand = (Subcommand) own.commandSpec().userObject();
    return action.run(subcommand, arguments(subcommand.grammar(), own));
  }

  /** What is given, in the form in which subcommands want it. */
  private static Arguments arguments(Grammar grammar, ParseResult given) {
    Arguments arguments = new Arguments();
    for (Option option : grammar.options()) {
      if (!given.hasMatchedOption(option.name())) {
        continue;
      }
      Object value = given.matchedOptionValue(option.name(), (Object) "");
      if (value instanceof List<?> several) {
        several.forEach(each -> arguments.add(option, String.valueOf(each)));
      } else {
        arguments.add(option, option.kind() == Option.Kind.FLAG ? "" : String.valueOf(value));
      }
    }
    given.matchedPositionalValue(0, List.<String>of()).forEach(arguments::addFile);
    return arguments;
  }

  private static String version() {
    String version = Xpidl.class.getPackage().getImplementationVersion();
    return version == null ? "(not from its jar)" : version;
  }
}
