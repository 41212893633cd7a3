package org.xpcom4j.idl.command;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** One of the things that {@code xpidl} can be asked for. */
interface Subcommand {
  /** Adds its options and what its help says. */
  void describe(CommandSpec spec);

  /**
   * Does it.
   *
   * @return the exit code
   * @throws UsageException if the command line asks for what cannot be
   */
  int run(ParseResult given, Terminal terminal) throws UsageException;
}
