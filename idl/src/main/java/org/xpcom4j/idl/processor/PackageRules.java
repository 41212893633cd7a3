package org.xpcom4j.idl.processor;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.xpcom4j.idl.diagnostic.Diagnostic;
import org.xpcom4j.idl.diagnostic.Diagnostics;
import org.xpcom4j.idl.diagnostic.Tag;
import org.xpcom4j.idl.model.IdlFile;
import org.xpcom4j.idl.model.InterfaceDefinition;
import org.xpcom4j.idl.model.Production;
import org.xpcom4j.idl.source.SourceText;
import org.xpcom4j.idl.source.Span;

/** What the files of one package have to observe together. */
final class PackageRules {
  private final IdlPackage idlPackage;
  private final IncludePath includePath;
  private final Diagnostics diagnostics;

  PackageRules(IdlPackage idlPackage, IncludePath includePath, Diagnostics diagnostics) {
    this.idlPackage = idlPackage;
    this.includePath = includePath;
    this.diagnostics = diagnostics;
  }

  void check(List<IdlFile> files) {
    for (IdlFile file : files) {
      checkListed(file);
    }
    Map<String, Span> seen = new HashMap<>();
    for (IdlFile file : files) {
      for (InterfaceDefinition definition : file.interfaces()) {
        Span before = seen.putIfAbsent(definition.name(), definition.span());
        if (before != null) {
          diagnostics.report(
              Diagnostic.error(
                      Tag.DUPLICATE,
                      definition.span(),
                      "interface " + definition.name() + " is in another file of the package, too")
                  .previous(before));
        }
      }
    }
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
}
