package org.xpcom4j.idl.processor;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import javax.annotation.processing.Messager;
import javax.lang.model.element.AnnotationValue;
import javax.tools.Diagnostic.Kind;
import org.xpcom4j.idl.diagnostic.Diagnostic;
import org.xpcom4j.idl.diagnostic.DiagnosticFormat;
import org.xpcom4j.idl.diagnostic.Severity;
import org.xpcom4j.idl.source.SourceText;

/**
 * Tells javac what is wrong with the IDL of one package. Javac can point only into Java, so the
 * place in the IDL is in the text, and javac points at what names the file.
 */
final class PackageMessages {
  private final Messager messager;
  private final IdlPackage idlPackage;

  PackageMessages(Messager messager, IdlPackage idlPackage) {
    this.messager = messager;
    this.idlPackage = idlPackage;
  }

  void print(Diagnostic diagnostic) {
    Kind kind = diagnostic.severity() == Severity.ERROR ? Kind.ERROR : Kind.WARNING;
    SourceText source = diagnostic.span().source();
    boolean isNamed =
        source.folder().equals(idlPackage.folder())
            && idlPackage.files().containsKey(source.name());
    String text = DiagnosticFormat.format(diagnostic);
    if (isNamed) {
      AnnotationValue place = idlPackage.files().get(source.name());
      messager.printMessage(kind, text, idlPackage.element(), idlPackage.annotation(), place);
    } else {
      messager.printMessage(kind, text, idlPackage.element(), idlPackage.annotation());
    }
  }

  void missingFile(String name, AnnotationValue place, List<Path> sourceFolders) {
    String file = idlPackage.folder() + "/" + name;
    String found =
        sourceFolders.isEmpty()
            ? "\n  hint: -Axpidl.source=src/main/resources, if resources are not copied before javac"
                + " runs (Gradle, an IDE)"
            : "\n  from: looked in "
                + sourceFolders.stream().map(Path::toString).collect(Collectors.joining(", "))
                + " (-Axpidl.source) and in the class output";
    error(
        "[xpidl.not-found] IDL file \""
            + name
            + "\" not found\n  expected: "
            + file
            + " among the resources of this module (src/main/resources)"
            + found,
        place);
  }

  void wrongSourceFolder(String folder) {
    error(
        "[xpidl.source] -Axpidl.source names \""
            + folder
            + "\", which is no folder\n  expected: the folders of resources, such as"
            + " src/main/resources, with \""
            + File.pathSeparator
            + "\" between them; relative ones begin where javac runs");
  }

  void missingFreezeFile(String name, AnnotationValue place) {
    error(
        "[xpidl.freeze-file] freeze file \""
            + name
            + "\" not found\n  expected: "
            + idlPackage.folder()
            + "/"
            + name
            + " among the resources of this module\n  hint: xpidl freeze -o "
            + name
            + " writes it",
        place);
  }

  void wrongPackageName(AnnotationValue place) {
    error("[xpidl.uses] " + place + " is not the name of a package", place);
  }

  /** Says something that concerns no single file. */
  void error(String message) {
    messager.printMessage(Kind.ERROR, message, idlPackage.element(), idlPackage.annotation());
  }

  private void error(String message, AnnotationValue place) {
    messager.printMessage(
        Kind.ERROR, message, idlPackage.element(), idlPackage.annotation(), place);
  }
}
