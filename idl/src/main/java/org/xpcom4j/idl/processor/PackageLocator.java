package org.xpcom4j.idl.processor;

import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;
import org.xpcom4j.idl.java.InterfaceLocator;
import org.xpcom4j.idl.model.IdlFile;
import org.xpcom4j.idl.model.InterfaceDefinition;
import org.xpcom4j.idl.model.InterfaceDefinition.Flag;
import org.xpcom4j.idl.semantic.FrontEnd;

/**
 * Finds interfaces in the files of this run, in a file of the interface's name, and among the
 * classes that the package can see.
 */
final class PackageLocator implements InterfaceLocator {
  private final Elements elements;
  private final IncludePath includePath;
  private final FrontEnd frontEnd;

  PackageLocator(Elements elements, IncludePath includePath, FrontEnd frontEnd) {
    this.elements = elements;
    this.includePath = includePath;
    this.frontEnd = frontEnd;
  }

  @Override
  public Optional<String> folderOf(String name) {
    return definition(name)
        .map(found -> found.span().source().folder())
        .or(() -> folderOfClass(name));
  }

  @Override
  public boolean isDeprecated(String name) {
    return definition(name)
        .map(found -> found.has(Flag.DEPRECATED))
        .orElseGet(
            () ->
                includePath
                    .folders()
                    .map(folder -> typeElement(folder, name))
                    .anyMatch(type -> type != null && elements.isDeprecated(type)));
  }

  private Optional<InterfaceDefinition> definition(String name) {
    for (IdlFile file : frontEnd.files()) {
      Optional<InterfaceDefinition> found = file.findInterface(name);
      if (found.isPresent()) {
        return found;
      }
    }
    return includePath
        .findForInterface(name)
        .flatMap(source -> frontEnd.compile(source).findInterface(name));
  }

  private Optional<String> folderOfClass(String name) {
    return includePath.folders().filter(folder -> typeElement(folder, name) != null).findFirst();
  }

  private @Nullable TypeElement typeElement(String folder, String name) {
    return elements.getTypeElement(folder.replace('/', '.') + "." + name);
  }
}
