package org.xpcom4j.idl.command;

import java.util.ArrayList;
import java.util.List;
import org.xpcom4j.idl.diagnostic.Diagnostics;
import org.xpcom4j.idl.java.GeneratedType;
import org.xpcom4j.idl.java.JavaBackEnd;
import org.xpcom4j.idl.model.IdlFile;

/** Java interfaces, in the folders of their packages. */
final class JavaTarget implements Target {
  @Override
  public List<OutputFile> generate(IdlFile file, Compilation run, Diagnostics diagnostics) {
    var backEnd = new JavaBackEnd(name -> run.folderOf(file, name), false);
    List<OutputFile> outputs = new ArrayList<>();
    for (GeneratedType type : backEnd.generate(file)) {
      String path = type.qualifiedName().replace('.', '/') + ".java";
      outputs.add(OutputFile.text(path, type.source()));
    }
    return outputs;
  }
}
