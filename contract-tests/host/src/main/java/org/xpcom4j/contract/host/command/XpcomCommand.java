package org.xpcom4j.contract.host.command;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.xpcom4j.result.XpcomException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.UnmatchedArgumentException;

/** The {@code xpcom} command: a small host over the registry and the WebSocket channel. */
@Command(
    name = "xpcom",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    versionProvider = Version.class,
    description = "Looks components up by contract ID and uses them.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      " 0:done as asked",
      " 1:a demonstration step or a torture case failed, or something unforeseen happened",
      " 2:wrong command line, or a file that cannot be read",
      " 3:a component refused an argument, such as a malformed address",
      " 4:no connection came about, or it broke",
      " 5:the server closed with an error code",
      " 6:fewer messages arrived than --expect asks for"
    },
    footerHeading = "%n")
public final class XpcomCommand {
  private boolean verbose;

  private XpcomCommand() {
    log(null);
  }

  /**
   * Runs the command and ends the process with its exit code.
   *
   * @param args the command line
   */
  public static void main(String[] args) {
    PrintWriter out = utf8(new FileOutputStream(FileDescriptor.out));
    PrintWriter err = utf8(new FileOutputStream(FileDescriptor.err));
    System.exit(execute(System.in, out, err, args));
  }

  /** Runs the command with streams of the caller's choice; returns its exit code. */
  static int execute(InputStream in, PrintWriter out, PrintWriter err, String... args) {
    return new CommandLine(new XpcomCommand())
        .addSubcommand(new OpenCommand(in))
        .addSubcommand(new ContractsCommand())
        .addSubcommand(new DescribeCommand())
        .addSubcommand(new GraphCommand())
        .addSubcommand(new DemoCommand())
        .addSubcommand(new TortureCommand())
        .setOut(out)
        .setErr(err)
        .setParameterExceptionHandler(XpcomCommand::explain)
        .setExecutionExceptionHandler(XpcomCommand::report)
        .execute(args);
  }

  @Option(
      names = {"-v", "--verbose"},
      scope = ScopeType.INHERIT,
      description = "Tell on standard error what happens, with the log.")
  void setVerbose(boolean on) {
    verbose = on;
    log(on ? Level.DEBUG : null);
  }

  /** Sets how much of what we do is logged; null leaves it to logback.xml. */
  private static void log(@Nullable Level level) {
    ((Logger) LoggerFactory.getLogger("org.xpcom4j")).setLevel(level);
  }

  /** Whether the user wants to see more than results and failures. */
  boolean isVerbose() {
    return verbose;
  }

  /** One line for the mistake, and where to read more. */
  private static int explain(ParameterException mistake, String[] args) {
    CommandLine command = mistake.getCommandLine();
    command.getErr().println("xpcom: " + mistake.getMessage());
    if (!UnmatchedArgumentException.printSuggestions(mistake, command.getErr())) {
      String name = command.getCommandSpec().qualifiedName();
      command.getErr().println("  hint: " + name + " --help");
    }
    return ExitCode.USAGE;
  }

  /** A component's refusal explains itself; anything else is a defect, shown with its trace. */
  private static int report(
      Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
    PrintWriter err = command.getErr();
    if (failure instanceof XpcomException refusal) {
      err.println("xpcom: " + refusal.getMessage());
      return ExitCode.REFUSED;
    }
    failure.printStackTrace(err);
    return ExitCode.FAILED;
  }

  private static PrintWriter utf8(OutputStream stream) {
    return new PrintWriter(stream, true, StandardCharsets.UTF_8);
  }
}
