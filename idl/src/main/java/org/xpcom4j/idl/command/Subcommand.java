package org.xpcom4j.idl.command;

/** One of the things that {@code xpidl} can be asked for. */
interface Subcommand {
  /** What it may be told, and what its help says. */
  Grammar grammar();

  /**
   * Does it.
   *
   * @return the exit code
   * @throws UsageException if the command line asks for what cannot be
   */
  int run(Arguments given, Terminal terminal) throws UsageException;
}
