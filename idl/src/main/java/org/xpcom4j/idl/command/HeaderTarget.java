package org.xpcom4j.idl.command;

import java.util.List;
import org.xpcom4j.idl.diagnostic.Diagnostics;
import org.xpcom4j.idl.header.HeaderBackEnd;
import org.xpcom4j.idl.model.IdlFile;

/** C++ headers, each named as its file. */
final class HeaderTarget implements Target {
  @Override
  public List<OutputFile> generate(IdlFile file, Compilation run, Diagnostics diagnostics) {
    String header = new HeaderBackEnd(diagnostics).generate(file);
    return List.of(OutputFile.text(Target.outputName(file, ".h"), header));
  }
}
