package org.xpcom4j.idl.command;

import java.util.List;
import org.xpcom4j.idl.diagnostic.Diagnostics;
import org.xpcom4j.idl.model.IdlFile;

/**
 * What is made of a file without errors. Adding a back end to the command is one class of this kind
 * and one line in {@link Xpidl}. Its methods are called by several threads.
 */
interface Target {
  /**
   * Makes what a file gives.
   *
   * @param file the model
   * @param run the run that it is part of
   * @param diagnostics hears what the target language does not allow; with an error, nothing of the
   *     file is written
   * @return files to write, below the folder of the option {@code -o}
   */
  List<OutputFile> generate(IdlFile file, Compilation run, Diagnostics diagnostics);

  /** The name of a file with another suffix. */
  static String outputName(IdlFile file, String suffix) {
    String name = file.source().name();
    return (name.endsWith(".idl") ? name.substring(0, name.length() - 4) : name) + suffix;
  }
}
