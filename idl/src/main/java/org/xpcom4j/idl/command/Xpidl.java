package org.xpcom4j.idl.command;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * The {@code xpidl} command. Its options are described by objects and not by annotations, which
 * take a tenth of a second to read; and only those of the subcommand at hand.
 */
public final class Xpidl implements IExecutionStrategy, IExecutionExceptionHandler {
  /** All files were accepted. */
  static final int ACCEPTED = ExitCode.OK;

  /** A file was refused, or is not as it should be. */
  static final int REFUSED = 1;

  private static final int DEFECT = 3;

  /** Names the types that options could have and ours have not; they take long to load. */
  private static final String LEFT_OUT = "picocli.converters.excludes";

  private final Terminal terminal;

  private Xpidl(Terminal terminal) {
    this.terminal = terminal;
  }

  /** The words that name a subcommand, in the order of the help. */
  private static final List<String> SUBCOMMANDS =
      List.of("check", "java", "header", "typelib", "dump", "format", "freeze", "html");

  private static Subcommand subcommand(String name) {
    return switch (name) {
      case "check" -> new CompileCommand("Check files and write nothing.", new CheckTarget());
      case "java" -> new CompileCommand("Make Java interfaces.", new JavaTarget());
      case "header" -> new CompileCommand("Make C++ headers.", new HeaderTarget());
      case "typelib" -> new CompileCommand("Make typelibs.", new TypelibTarget());
      case "dump" -> new DumpCommand();
      case "format" -> new FormatCommand();
      case "freeze" -> new FreezeCommand();
      case "html" -> new HtmlCommand();
      default -> throw new IllegalArgumentException(name);
    };
  }

  /**
   * Runs the command and ends the process with its exit code.
   *
   * @param args the command line
   */
  public static void main(String[] args) {
    WarmUp.start();
    System.setProperty(LEFT_OUT, "java.*");
    OutputStream out = new FileOutputStream(FileDescriptor.out);
    OutputStream err = new FileOutputStream(FileDescriptor.err);
    System.exit(execute(out, err, Terminal.hasColour(), args));
  }

  /** Runs the command; what cannot be printed is a failure too. Returns its exit code. */
  static int execute(OutputStream out, OutputStream err, boolean colour, String... args) {
    ResultStream results = new ResultStream(out);
    PrintWriter toOut = utf8(results);
    PrintWriter toErr = utf8(err);
    int code = execute(new Terminal(toOut, toErr, colour), args);
    toOut.flush();
    Optional<String> lost = results.failure();
    lost.ifPresent(reason -> toErr.println("xpidl: cannot write to standard output: " + reason));
    toErr.flush();
    return lost.isPresent() ? Math.max(code, REFUSED) : code;
  }

  /** Runs the command on a terminal of the caller's choice; returns its exit code. */
  static int execute(Terminal terminal, String... args) {
    Xpidl xpidl = new Xpidl(terminal);
    return new CommandLine(xpidl.describe(asked(args)))
        .setOut(terminal.out())
        .setErr(terminal.err())
        .setExecutionStrategy(xpidl)
        .setExecutionExceptionHandler(xpidl)
        .execute(args);
  }

  /** The subcommand that is asked for; all, if that is not clear. */
  private static List<String> asked(String... args) {
    return args.length > 0 && SUBCOMMANDS.contains(args[0]) ? List.of(args[0]) : SUBCOMMANDS;
  }

  private CommandSpec describe(List<String> subcommands) {
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
      Subcommand subcommand = subcommand(name);
      CommandSpec described = CommandSpec.wrapWithoutInspection(subcommand);
      described.name(name);
      addHelp(described);
      subcommand.describe(described);
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
    try {
      return ((Subcommand) own.commandSpec().userObject()).run(own, terminal);
    } catch (UsageException wrong) {
      terminal.err().println("xpidl: " + wrong.getMessage());
      return ExitCode.USAGE;
    }
  }

  @Override
  public int handleExecutionException(Exception failure, CommandLine command, ParseResult given) {
    terminal.err().println("xpidl: this is a defect of xpidl");
    failure.printStackTrace(terminal.err());
    return DEFECT;
  }

  private static String version() {
    String version = Xpidl.class.getPackage().getImplementationVersion();
    return version == null ? "(not from its jar)" : version;
  }

  private static PrintWriter utf8(OutputStream stream) {
    return new PrintWriter(stream, false, StandardCharsets.UTF_8);
  }
}
