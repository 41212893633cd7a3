package org.xpcom4j.idl.processor;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ModuleElement;
import javax.tools.Diagnostic.Kind;
import org.xpcom4j.idl.diagnostic.Diagnostic;
import org.xpcom4j.idl.diagnostic.DiagnosticFormat;
import org.xpcom4j.idl.diagnostic.Diagnostics;
import org.xpcom4j.idl.diagnostic.Severity;
import org.xpcom4j.idl.diagnostic.Tag;
import org.xpcom4j.idl.java.GeneratedType;
import org.xpcom4j.idl.java.JavaBackEnd;
import org.xpcom4j.idl.model.IdlFile;
import org.xpcom4j.idl.model.Production;
import org.xpcom4j.idl.semantic.FrontEnd;
import org.xpcom4j.idl.source.SourceText;
import org.xpcom4j.idl.source.Span;

/** Compiles the files of one package: all of them, or none. */
final class PackageCompiler {
  private final ProcessingEnvironment environment;
  private final IdlStore store;
  private final IdlPackage idlPackage;
  private final IncludePath includePath;
  private final Diagnostics diagnostics = new Diagnostics();
  private final FrontEnd frontEnd;

  PackageCompiler(ProcessingEnvironment environment, IdlPackage idlPackage) {
    this.environment = environment;
    this.store = new IdlStore(environment, idlPackage.element());
    this.idlPackage = idlPackage;
    this.includePath = new IncludePath(store, idlPackage);
    this.frontEnd = new FrontEnd(includePath, diagnostics);
  }

  void compile() {
    idlPackage.wrongNames().forEach(this::reportWrongName);
    if (!idlPackage.wrongNames().isEmpty()) {
      return;
    }
    try {
      Optional<List<IdlFile>> files = files();
      files.ifPresent(found -> found.forEach(this::checkListed));
      diagnostics.all().forEach(this::print);
      if (files.isPresent() && !diagnostics.hasErrors()) {
        write(generate(files.get()));
      }
    } catch (IdlReadException unreadable) {
      print("[xpidl.unreadable] IDL file cannot be read: " + unreadable.getMessage());
    } catch (IOException unwritable) {
      print("[xpidl.unwritable] Java file cannot be written: " + unwritable);
    }
  }

  /** The models of the named files; empty if one of them is not there. */
  private Optional<List<IdlFile>> files() {
    List<IdlFile> files = new ArrayList<>();
    for (Map.Entry<String, AnnotationValue> entry : idlPackage.files().entrySet()) {
      Optional<SourceText> source = store.find(idlPackage.folder(), entry.getKey());
      if (source.isPresent()) {
        files.add(frontEnd.compile(source.get()));
      } else {
        reportMissing(entry.getKey(), entry.getValue());
      }
    }
    return files.size() == idlPackage.files().size() ? Optional.of(files) : Optional.empty();
  }

  private void reportWrongName(AnnotationValue place) {
    environment
        .getMessager()
        .printMessage(
            Kind.ERROR,
            "[xpidl.uses] " + place + " is not the name of a package",
            idlPackage.element(),
            idlPackage.annotation(),
            place);
  }

  private void reportMissing(String name, AnnotationValue place) {
    String path = idlPackage.folder() + "/" + name;
    environment
        .getMessager()
        .printMessage(
            Kind.ERROR,
            "[xpidl.not-found] IDL file \""
                + name
                + "\" not found\n  expected: "
                + path
                + " among the resources of this module (src/main/resources), or in a folder of"
                + " -Axpidl.source",
            idlPackage.element(),
            idlPackage.annotation(),
            place);
  }

  /** An interface of this package that nobody asks for would be missing when javac goes on. */
  private void checkListed(IdlFile file) {
    for (Production production : file.productions()) {
      if (production instanceof Production.Inclusion inclusion
          && !inclusion.file().interfaces().isEmpty()) {
        checkListed(inclusion.file().source(), inclusion.span());
      } else if (production instanceof Production.Forward forward) {
        includePath
            .findForInterface(forward.name())
            .ifPresent(found -> checkListed(found, forward.span()));
      }
    }
  }

  private void checkListed(SourceText file, Span where) {
    boolean isOwn = file.folder().equals(idlPackage.folder());
    if (isOwn && !idlPackage.files().containsKey(file.name())) {
      diagnostics.report(
          Diagnostic.error(
                  Tag.NOT_LISTED, where, "@XpIdl of this package does not name " + file.name())
              .hint("@XpIdl({..., \"" + file.name() + "\"})"));
    }
  }

  private List<GeneratedType> generate(List<IdlFile> files) {
    var backEnd = new JavaBackEnd(this::folderOf, isMarkerReadable());
    return files.stream().flatMap(file -> backEnd.generate(file).stream()).toList();
  }

  /** Looks at the files of this run, for a file of the interface's name, and for its class. */
  private Optional<String> folderOf(String interfaceName) {
    for (IdlFile file : frontEnd.files()) {
      if (file.findInterface(interfaceName).isPresent()) {
        return Optional.of(file.source().folder());
      }
    }
    return includePath
        .findForInterface(interfaceName)
        .filter(source -> frontEnd.compile(source).findInterface(interfaceName).isPresent())
        .map(SourceText::folder)
        .or(
            () ->
                includePath
                    .folders()
                    .filter(folder -> isJavaType(folder, interfaceName))
                    .findFirst());
  }

  private boolean isJavaType(String folder, String name) {
    String qualified = folder.replace('/', '.') + "." + name;
    return environment.getElementUtils().getTypeElement(qualified) != null;
  }

  private boolean isMarkerReadable() {
    ModuleElement module = environment.getElementUtils().getModuleOf(idlPackage.element());
    return environment
            .getElementUtils()
            .getTypeElement(module, "javax.annotation.processing.Generated")
        != null;
  }

  private void write(List<GeneratedType> types) throws IOException {
    for (GeneratedType type : types) {
      try (Writer out =
          environment
              .getFiler()
              .createSourceFile(type.qualifiedName(), idlPackage.element())
              .openWriter()) {
        out.write(type.source());
      }
    }
  }

  private void print(Diagnostic diagnostic) {
    Kind kind = diagnostic.severity() == Severity.ERROR ? Kind.ERROR : Kind.WARNING;
    AnnotationValue place = idlPackage.files().get(diagnostic.span().source().name());
    String text = DiagnosticFormat.format(diagnostic);
    var messager = environment.getMessager();
    if (place == null) {
      messager.printMessage(kind, text, idlPackage.element(), idlPackage.annotation());
    } else {
      messager.printMessage(kind, text, idlPackage.element(), idlPackage.annotation(), place);
    }
  }

  private void print(String message) {
    environment
        .getMessager()
        .printMessage(Kind.ERROR, message, idlPackage.element(), idlPackage.annotation());
  }
}
