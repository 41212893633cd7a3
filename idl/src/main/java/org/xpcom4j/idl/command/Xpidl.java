package org.xpcom4j.idl.command;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** The {@code xpidl} command. */
public final class Xpidl {
  /** All files were accepted. */
  static final int ACCEPTED = 0;

  /** A file was refused, or is not as it should be. */
  static final int REFUSED = 1;

  private static final int USAGE = 2;
  private static final int DEFECT = 3;

  /** The words that name a subcommand, in the order of the help. */
  static final List<String> SUBCOMMANDS =
      List.of("check", "java", "header", "typelib", "dump", "format", "freeze", "html");

  private Xpidl() {}

  static Subcommand subcommand(String name) {
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
    OutputStream out = new FileOutputStream(FileDescriptor.out);
    OutputStream err = new FileOutputStream(FileDescriptor.err);
    System.exit(execute(out, err, new Colour(), args));
  }

  /** Runs the command; what cannot be printed is a failure too. Returns its exit code. */
  static int execute(OutputStream out, OutputStream err, BooleanSupplier colour, String... args) {
    ResultStream results = new ResultStream(out);
    PrintWriter toOut = utf8(results);
    PrintWriter toErr = utf8(err);
    int code = execute(new Terminal(toOut, toErr, colour), args);
    toOut.flush();
    Optional<String> lost = results.failure();
    if (lost.isPresent()) {
      toErr.println("xpidl: cannot write to standard output: " + lost.get());
    }
    toErr.flush();
    return lost.isPresent() ? Math.max(code, REFUSED) : code;
  }

  /** Runs the command on a terminal of the caller's choice; returns its exit code. */
  static int execute(Terminal terminal, String... args) {
    if (args.length > 0 && SUBCOMMANDS.contains(args[0])) {
      Subcommand subcommand = subcommand(args[0]);
      Arguments plain = PlainCommandLine.read(subcommand.grammar(), args);
      if (plain != null) {
        return run(subcommand, plain, terminal);
      }
    }
    return full(terminal, args);
  }

  /** By itself, so that its classes are not even looked for if it is not needed. */
  private static int full(Terminal terminal, String... args) {
    return FullCommandLine.execute(
        terminal, (subcommand, given) -> run(subcommand, given, terminal), args);
  }

  /** Does what a subcommand is told; returns the exit code. */
  static int run(Subcommand subcommand, Arguments given, Terminal terminal) {
    try {
      return subcommand.run(given, terminal);
    } catch (UsageException wrong) {
      terminal.err().println("xpidl: " + wrong.getMessage());
      return USAGE;
    } catch (RuntimeException defect) {
      terminal.err().println("xpidl: this is a defect of xpidl");
      defect.printStackTrace(terminal.err());
      return DEFECT;
    }
  }

  private static PrintWriter utf8(OutputStream stream) {
    return new PrintWriter(stream, false, StandardCharsets.UTF_8);
  }
}
