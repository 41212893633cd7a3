package org.xpcom4j.idl.command;

import java.util.List;
import org.xpcom4j.idl.diagnostic.Diagnostics;
import org.xpcom4j.idl.model.IdlFile;

/** Nothing: the files are only checked. */
final class CheckTarget implements Target {
  @Override
  public List<OutputFile> generate(IdlFile file, Compilation run, Diagnostics diagnostics) {
    return List.of();
  }
}
