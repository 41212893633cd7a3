package org.xpcom4j.idl.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xpcom4j.idl.diagnostic.Diagnostics;
import org.xpcom4j.idl.java.GeneratedType;
import org.xpcom4j.idl.java.InterfaceLocator;
import org.xpcom4j.idl.java.JavaBackEnd;
import org.xpcom4j.idl.java.JavaLimits;
import org.xpcom4j.idl.model.IdlFile;

/** Java interfaces, in the folders of their packages. */
final class JavaTarget implements Target {
  @Override
  public List<OutputFile> generate(IdlFile file, Compilation run, Diagnostics diagnostics) {
    JavaLimits.check(file, diagnostics);
    if (diagnostics.hasErrors()) {
      return List.of();
    }
    var backEnd = new JavaBackEnd(new Locator(file, run), false);
    List<OutputFile> outputs = new ArrayList<>();
    for (GeneratedType type : backEnd.generate(file)) {
      String path = type.qualifiedName().replace('.', '/') + ".java";
      outputs.add(OutputFile.text(path, type.source()));
    }
    return outputs;
  }

  /** Finds what a file only declares among the other files, and in the folders for includes. */
  private record Locator(IdlFile file, Compilation run) implements InterfaceLocator {
    @Override
    public Optional<String> folderOf(String name) {
      return run.folderOf(file, name);
    }

    @Override
    public boolean mayHaveBody(String name) {
      return run.isDefined(name);
    }

    @Override
    public boolean isDeprecated(String name) {
      return run.isDeprecated(file, name);
    }
  }
}
