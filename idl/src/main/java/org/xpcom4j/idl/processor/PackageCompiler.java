package org.xpcom4j.idl.processor;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.util.Elements;
import javax.tools.StandardLocation;
import org.xpcom4j.idl.diagnostic.Diagnostic;
import org.xpcom4j.idl.diagnostic.Diagnostics;
import org.xpcom4j.idl.diagnostic.Strictness;
import org.xpcom4j.idl.freeze.FreezeCheck;
import org.xpcom4j.idl.freeze.FreezeFile;
import org.xpcom4j.idl.java.GeneratedType;
import org.xpcom4j.idl.java.JavaBackEnd;
import org.xpcom4j.idl.java.JavaLimits;
import org.xpcom4j.idl.model.IdlFile;
import org.xpcom4j.idl.semantic.FrontEnd;
import org.xpcom4j.idl.source.SourceText;
import org.xpcom4j.idl.typelib.TypelibBackEnd;
import org.xpcom4j.idl.typelib.TypelibLimitException;

/** Compiles the files of one package: all of them, or none. */
final class PackageCompiler {
  /** No Java package can have this name, so modules may share it and everybody may read it. */
  private static final String TYPELIB_FOLDER = "META-INF/xpcom4j/";

  private static final String MARKER = "javax.annotation.processing.Generated";

  private final Elements elements;
  private final Filer filer;
  private final IdlPackage idlPackage;
  private final PackageMessages messages;
  private final IdlStore store;
  private final IncludePath includePath;
  private final Diagnostics diagnostics = new Diagnostics(Strictness.SILENT);
  private final FrontEnd frontEnd;

  PackageCompiler(ProcessingEnvironment environment, IdlPackage idlPackage) {
    this.elements = environment.getElementUtils();
    this.filer = environment.getFiler();
    this.idlPackage = idlPackage;
    this.messages = new PackageMessages(environment.getMessager(), idlPackage);
    this.store = new IdlStore(environment, idlPackage.element());
    this.includePath = new IncludePath(store, idlPackage);
    this.frontEnd = new FrontEnd(includePath, diagnostics);
  }

  void compile() {
    if (!idlPackage.wrongNames().isEmpty()) {
      idlPackage.wrongNames().forEach(messages::wrongPackageName);
      return;
    }
    if (!store.wrongFolders().isEmpty()) {
      store.wrongFolders().forEach(messages::wrongSourceFolder);
      return;
    }
    try {
      Optional<List<IdlFile>> files = files();
      List<GeneratedType> types = files.isEmpty() ? List.of() : generate(files.get());
      Optional<byte[]> typelib = files.isEmpty() ? Optional.empty() : typelib(files.get());
      for (Diagnostic diagnostic : diagnostics.all()) {
        messages.print(diagnostic);
      }
      if (typelib.isPresent()) {
        write(types);
        write(typelib.get());
      }
    } catch (IdlReadException unreadable) {
      messages.error("[xpidl.unreadable] IDL file cannot be read: " + unreadable.getMessage());
    } catch (IOException unwritable) {
      messages.error(
          "[xpidl.unwritable] generated file cannot be written: " + unwritable.getMessage());
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
        messages.missingFile(entry.getKey(), entry.getValue(), store.sourceFolders());
      }
    }
    return files.size() == idlPackage.files().size() ? Optional.of(files) : Optional.empty();
  }

  private List<GeneratedType> generate(List<IdlFile> files) {
    new PackageRules(idlPackage, includePath, diagnostics).check(files);
    for (IdlFile file : files) {
      JavaLimits.check(file, diagnostics);
    }
    if (diagnostics.hasErrors() || !isAsFrozen(files)) {
      return List.of();
    }
    var backEnd =
        new JavaBackEnd(new PackageLocator(elements, includePath, frontEnd), isMarkerReadable());
    List<GeneratedType> types = new ArrayList<>();
    for (IdlFile file : files) {
      types.addAll(backEnd.generate(file));
    }
    return types;
  }

  /** The typelib of the whole package; empty if anything is wrong. */
  private Optional<byte[]> typelib(List<IdlFile> files) {
    if (diagnostics.hasErrors()) {
      return Optional.empty();
    }
    try {
      return Optional.of(TypelibBackEnd.write(files));
    } catch (TypelibLimitException tooLarge) {
      diagnostics.report(tooLarge.diagnostic());
      return Optional.empty();
    }
  }

  private boolean isAsFrozen(List<IdlFile> files) {
    if (idlPackage.frozen().isEmpty()) {
      return true;
    }
    AnnotationValue place = idlPackage.frozen().get();
    String name = (String) place.getValue();
    Optional<SourceText> source = store.find(idlPackage.folder(), name);
    if (source.isEmpty()) {
      messages.missingFreezeFile(name, place);
      return false;
    }
    FreezeFile frozen = FreezeFile.parse(source.get(), diagnostics);
    if (!diagnostics.hasErrors()) {
      new FreezeCheck(frozen, diagnostics).check(files);
    }
    return !diagnostics.hasErrors();
  }

  private boolean isMarkerReadable() {
    return elements.getTypeElement(elements.getModuleOf(idlPackage.element()), MARKER) != null;
  }

  private void write(List<GeneratedType> types) throws IOException {
    for (GeneratedType type : types) {
      try (Writer out =
          filer.createSourceFile(type.qualifiedName(), idlPackage.element()).openWriter()) {
        out.write(type.source());
      }
    }
  }

  private void write(byte[] typelib) throws IOException {
    String path = TYPELIB_FOLDER + idlPackage.element().getQualifiedName() + ".xpt";
    try (OutputStream out =
        filer
            .createResource(StandardLocation.CLASS_OUTPUT, "", path, idlPackage.element())
            .openOutputStream()) {
      out.write(typelib);
    }
  }
}
