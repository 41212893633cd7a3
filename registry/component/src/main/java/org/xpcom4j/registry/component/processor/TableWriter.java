package org.xpcom4j.registry.component.processor;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import javax.annotation.processing.Filer;
import javax.annotation.processing.FilerException;
import javax.lang.model.element.Element;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.util.Elements;

/** Writes the table class of a package. */
final class TableWriter {

  private final Elements elements;
  private final Filer filer;
  private final Reporter reporter;

  TableWriter(Elements elements, Filer filer, Reporter reporter) {
    this.elements = elements;
    this.filer = filer;
    this.reporter = reporter;
  }

  void write(PackageElement owner, List<ComponentModel> components) {
    String packageName = owner.getQualifiedName().toString();
    ModuleElement module = elements.getModuleOf(owner);
    String source =
        new TableSource(elements, generatedAnnotation(module))
            .write(packageName, module.getQualifiedName().toString(), components);
    Element[] origins = components.stream().map(ComponentModel::type).toArray(Element[]::new);
    try (Writer out =
        filer.createSourceFile(packageName + "." + Names.COMPONENTS, origins).openWriter()) {
      out.write(source);
    } catch (FilerException taken) {
      reporter.error(
          Complaint.of("table", "package " + packageName + " has a class " + Names.COMPONENTS)
              .detail("that name is kept for the generated table of the package's components;")
              .detail("a component that is itself generated must be there in an earlier round"),
          owner);
    } catch (IOException failure) {
      reporter.error(
          Complaint.of("table", "the table of package " + packageName + " cannot be written")
              .detail(failure.toString()),
          owner);
    }
  }

  /** The annotation is in a module that users need not require. */
  private String generatedAnnotation(ModuleElement module) {
    return elements.getTypeElement(module, Names.GENERATED) == null
        ? ""
        : "@%s(\"%s\")%n"
            .formatted(Names.GENERATED, ComponentProcessor.class.getName())
            .replace("\r", "");
  }
}
