package org.xpcom4j.idl.command;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * The {@code xpidl} command. Its options are described by objects and not by annotations, which
 * take a tenth of a second to read.
 */
public final class Xpidl implements IExecutionStrategy, IExecutionExceptionHandler {
  /** All files were accepted. */
  static final int ACCEPTED = ExitCode.OK;

  /** A file was refused, or is not as it should be. */
  static final int REFUSED = 1;

  private static final int DEFECT = 3;

  private final Terminal terminal;

  private Xpidl(Terminal terminal) {
    this.terminal = terminal;
  }

  /** What there is; a new subcommand is one line more. */
  private static List<Subcommand> subcommands() {
    return List.of(
        new CompileCommand("check", "Check files and write nothing.", new CheckTarget()),
        new CompileCommand("java", "Make Java interfaces.", new JavaTarget()),
        new CompileCommand("header", "Make C++ headers.", new HeaderTarget()),
        new CompileCommand("typelib", "Make typelibs.", new TypelibTarget()),
        new DumpCommand(),
        new FormatCommand(),
        new FreezeCommand());
  }

  /**
   * Runs the command and ends the process with its exit code.
   *
   * @param args the command line
   */
  public static void main(String[] args) {
    PrintWriter out = utf8(new FileOutputStream(FileDescriptor.out));
    PrintWriter err = utf8(new FileOutputStream(FileDescriptor.err));
    int code = execute(new Terminal(out, err, Terminal.hasColour()), args);
    out.flush();
    err.flush();
    System.exit(code);
  }

  /** Runs the command on a terminal of the caller's choice; returns its exit code. */
  static int execute(Terminal terminal, String... args) {
    Xpidl xpidl = new Xpidl(terminal);
    return new CommandLine(xpidl.describe())
        .setOut(terminal.out())
        .setErr(terminal.err())
        .setExecutionStrategy(xpidl)
        .setExecutionExceptionHandler(xpidl)
        .execute(args);
  }

  private CommandSpec describe() {
    CommandSpec spec = CommandSpec.create().name("xpidl").mixinStandardHelpOptions(true);
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
    for (Subcommand subcommand : subcommands()) {
      CommandSpec described = CommandSpec.wrapWithoutInspection(subcommand);
      described.name(subcommand.name()).mixinStandardHelpOptions(true);
      subcommand.describe(described);
      spec.addSubcommand(subcommand.name(), new CommandLine(described));
    }
    return spec;
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
