package org.xpcom4j.idl.semantic;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.xpcom4j.idl.diagnostic.Diagnostic;
import org.xpcom4j.idl.diagnostic.Diagnostics;
import org.xpcom4j.idl.diagnostic.Tag;
import org.xpcom4j.idl.model.BuiltinType;
import org.xpcom4j.idl.model.IdlFile;
import org.xpcom4j.idl.model.IdlType;
import org.xpcom4j.idl.model.InterfaceDefinition;
import org.xpcom4j.idl.model.NativeType;
import org.xpcom4j.idl.model.NativeType.Indirection;
import org.xpcom4j.idl.model.NativeType.Meaning;
import org.xpcom4j.idl.model.Production;
import org.xpcom4j.idl.model.RawText;
import org.xpcom4j.idl.model.Typedef;
import org.xpcom4j.idl.syntax.Declaration;
import org.xpcom4j.idl.syntax.ExtendedAttribute;
import org.xpcom4j.idl.syntax.Name;
import org.xpcom4j.idl.syntax.RawBlock;
import org.xpcom4j.idl.syntax.SyntaxTree;

/** Gives the declarations of one file their meaning, from top to bottom. */
final class FileAnalyzer {
  private final FrontEnd frontEnd;
  private final Diagnostics diagnostics;
  private final Scope scope;
  private final List<Production> productions = new ArrayList<>();

  FileAnalyzer(FrontEnd frontEnd, Diagnostics diagnostics) {
    this.frontEnd = frontEnd;
    this.diagnostics = diagnostics;
    this.scope = new Scope(frontEnd, diagnostics);
  }

  IdlFile analyze(SyntaxTree tree) {
    for (Declaration declaration : tree.declarations()) {
      if (declaration instanceof RawBlock block) {
        productions.add(new RawText(block.text(), block.span()));
      } else if (declaration instanceof Declaration.Include include) {
        include(tree, include);
      } else if (declaration instanceof Declaration.Named named && hasAllowedName(named.name())) {
        declare(named);
      }
    }
    return new IdlFile(tree.source(), productions);
  }

  /** The names whose declarations had errors, here or in included files. */
  Set<String> broken() {
    return scope.broken();
  }

  private void declare(Declaration.Named declaration) {
    if (declaration instanceof Declaration.Forward forward) {
      keep(forward.name(), new Production.Forward(forward.name().text(), forward.span()));
    } else if (declaration instanceof Declaration.Typedef typedef) {
      typedef(typedef);
    } else if (declaration instanceof Declaration.Native nativeType) {
      keep(nativeType.name(), nativeType(nativeType));
    } else if (declaration instanceof Declaration.Interface definition) {
      define(definition);
    }
  }

  private void include(SyntaxTree tree, Declaration.Include include) {
    Optional<IdlFile> file = frontEnd.include(tree.source(), include);
    if (file.isPresent()) {
      scope.include(file.get(), include.span());
      productions.add(new Production.Inclusion(file.get(), include.span()));
    }
  }

  private void typedef(Declaration.Typedef typedef) {
    Optional<IdlType> target = scope.type(typedef.type());
    String name = typedef.name().text();
    if (target.isEmpty()) {
      scope.addBroken(name);
    } else {
      keep(typedef.name(), new Typedef(name, target.get(), typedef.docs(), typedef.span()));
    }
  }

  private NativeType nativeType(Declaration.Native declaration) {
    var attributes =
        new CheckedAttributes(declaration.attributes(), AttributeRules.NATIVE, diagnostics);
    Indirection indirection = Indirection.VALUE;
    Meaning meaning = Meaning.OPAQUE;
    for (ExtendedAttribute attribute : declaration.attributes()) {
      if (!attributes.has(attribute.name().text())) {
        continue;
      }
      String word = attribute.name().text().toUpperCase(Locale.ROOT);
      boolean isIndirection = attribute.is("ref") || attribute.is("ptr");
      if (isIndirection ? indirection != Indirection.VALUE : meaning != Meaning.OPAQUE) {
        reportContradiction(attribute, isIndirection);
      } else if (isIndirection) {
        indirection = Indirection.valueOf(word);
      } else {
        meaning = Meaning.valueOf(word);
      }
    }
    String name = declaration.name().text();
    return new NativeType(
        name,
        declaration.nativeType(),
        indirection,
        meaning,
        declaration.docs(),
        declaration.span());
  }

  private void reportContradiction(ExtendedAttribute attribute, boolean isIndirection) {
    String expected =
        isIndirection
            ? "one of ref and ptr"
            : "one of nsid, domstring, utf8string, cstring, astring, jsval";
    diagnostics.report(
        Diagnostic.error(
                Tag.NATIVE,
                attribute.name().span(),
                "\"" + attribute.name() + "\" contradicts an attribute before it")
            .expected(expected));
  }

  private void define(Declaration.Interface declaration) {
    String name = declaration.name().text();
    var self = new Production.Forward(name, declaration.span());
    if (scope.isDeclared(name) || scope.declare(name, self, declaration.name().span())) {
      Optional<InterfaceDefinition> definition =
          new InterfaceAnalyzer(scope, diagnostics).analyze(declaration);
      definition.ifPresentOrElse(
          found -> keep(declaration.name(), found), () -> scope.addBroken(name));
    }
  }

  private void keep(Name name, Production production) {
    if (scope.declare(name.text(), production, name.span())) {
      productions.add(production);
    }
  }

  private boolean hasAllowedName(Name name) {
    if (name.escaped() || BuiltinType.find(name.text()).isEmpty()) {
      return true;
    }
    diagnostics.report(
        Diagnostic.error(
                Tag.BUILT_IN_NAME, name.span(), "\"" + name + "\" is the name of a built-in type")
            .hint("_" + name));
    return false;
  }
}
