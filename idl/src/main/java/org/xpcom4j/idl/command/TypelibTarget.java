package org.xpcom4j.idl.command;

import java.util.List;
import org.xpcom4j.idl.diagnostic.Diagnostics;
import org.xpcom4j.idl.model.IdlFile;
import org.xpcom4j.idl.typelib.TypelibBackEnd;
import org.xpcom4j.idl.typelib.TypelibLimitException;

/** Typelibs, each named as its file. */
final class TypelibTarget implements Target {
  @Override
  public List<OutputFile> generate(IdlFile file, Compilation run, Diagnostics diagnostics) {
    try {
      byte[] typelib = TypelibBackEnd.write(file);
      return List.of(new OutputFile(Target.outputName(file, ".xpt"), typelib));
    } catch (TypelibLimitException tooLarge) {
      diagnostics.report(tooLarge.diagnostic());
      return List.of();
    }
  }
}
