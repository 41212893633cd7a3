package org.xpcom4j.idl.semantic;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xpcom4j.idl.diagnostic.Diagnostic;
import org.xpcom4j.idl.diagnostic.Diagnostics;
import org.xpcom4j.idl.diagnostic.Tag;
import org.xpcom4j.idl.model.ArrayType;
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
import org.xpcom4j.idl.model.WebIdlType;
import org.xpcom4j.idl.source.SourceText;
import org.xpcom4j.idl.syntax.Declaration;
import org.xpcom4j.idl.syntax.ExtendedAttribute;
import org.xpcom4j.idl.syntax.Name;
import org.xpcom4j.idl.syntax.RawBlock;
import org.xpcom4j.idl.syntax.SyntaxTree;

/**
 * Gives the declarations of one file their meaning, from top to bottom. It stops at an include that
 * was not compiled yet, and goes on when it was.
 */
final class FileAnalyzer {
  /** More than any tree has; what goes through typedefs one by one need not fear for its stack. */
  private static final int DEEPEST = 500;

  private final FrontEnd frontEnd;
  private final SyntaxTree tree;
  private final Suggestions suggestions;
  private final Bases bases;
  private final Diagnostics diagnostics;
  private final Scope scope;
  private final List<Production> productions = new ArrayList<>();
  private int next;
  private boolean includesAreSound = true;
  private @Nullable SourceText awaited;

  FileAnalyzer(
      FrontEnd frontEnd,
      SyntaxTree tree,
      Suggestions suggestions,
      Bases bases,
      Diagnostics diagnostics) {
    this.frontEnd = frontEnd;
    this.tree = tree;
    this.suggestions = suggestions;
    this.bases = bases;
    this.diagnostics = diagnostics;
    this.scope = new Scope(tree, suggestions, diagnostics);
  }

  /** Goes on until the end, or until a file is needed; then it is to be called again. */
  Optional<SourceText> advance() {
    while (next < tree.declarations().size()) {
      Declaration declaration = tree.declarations().get(next);
      if (declaration instanceof Declaration.Include include) {
        Optional<SourceText> needed = include(include);
        if (needed.isPresent()) {
          return needed;
        }
      } else if (declaration instanceof RawBlock block) {
        productions.add(new RawText(block.text(), block.span()));
      } else if (declaration instanceof Declaration.Broken broken) {
        scope.declare(broken.name().text(), Known.broken(broken.span()), broken.name().span());
      } else if (declaration instanceof Declaration.Named named && hasAllowedName(named.name())) {
        declare(named);
      }
      next++;
    }
    return Optional.empty();
  }

  CompiledFile finish() {
    boolean isSound = includesAreSound && !diagnostics.hasErrors(tree.source());
    return new CompiledFile(
        new IdlFile(tree.source(), productions), scope.names(), scope.lacksInclude(), isSound);
  }

  private Optional<SourceText> include(Declaration.Include include) {
    SourceText file = awaited;
    awaited = null;
    if (file == null) {
      file = frontEnd.find(tree.source(), include).orElse(null);
    }
    if (file == null) {
      scope.setLacksInclude();
      return Optional.empty();
    }
    Optional<CompiledFile> compiled = frontEnd.compiled(file);
    if (compiled.isPresent()) {
      scope.include(compiled.get(), include.span());
      includesAreSound &= compiled.get().isSound();
      productions.add(new Production.Inclusion(compiled.get().file(), include.span()));
    } else if (!frontEnd.isCycle(include, file)) {
      awaited = file;
      return Optional.of(file);
    }
    return Optional.empty();
  }

  private void declare(Declaration.Named declaration) {
    Name name = declaration.name();
    if (declaration instanceof Declaration.Forward written) {
      var forward = new Production.Forward(name.text(), written.span());
      keep(name, forward, Known.forward(forward));
    } else if (declaration instanceof Declaration.Typedef typedef) {
      typedef(typedef);
    } else if (declaration instanceof Declaration.Native written) {
      NativeType nativeType = nativeType(written);
      keep(name, nativeType, Known.type(nativeType, written.span()));
    } else if (declaration instanceof Declaration.WebIdl written) {
      var webIdl = new WebIdlType(name.text(), written.span());
      keep(name, webIdl, Known.type(webIdl, written.span()));
    } else if (declaration instanceof Declaration.Interface definition) {
      define(definition);
    }
  }

  private void typedef(Declaration.Typedef written) {
    Optional<IdlType> target = scope.type(written.type());
    Name name = written.name();
    if (target.isEmpty() || isTooDeep(target.get(), written)) {
      scope.declare(name.text(), Known.broken(written.span()), name.span());
    } else {
      var typedef = new Typedef(name.text(), target.get(), written.docs(), written.span());
      keep(name, typedef, Known.type(typedef, written.span()));
    }
  }

  private boolean isTooDeep(IdlType target, Declaration.Typedef written) {
    IdlType each = target;
    int depth = 1;
    while (depth <= DEEPEST && (each instanceof Typedef || each instanceof ArrayType)) {
      each = each instanceof Typedef typedef ? typedef.target() : ((ArrayType) each).element();
      depth++;
    }
    if (depth <= DEEPEST) {
      return false;
    }
    diagnostics.report(
        Diagnostic.error(
                Tag.TYPEDEF,
                written.type().span(),
                "type \"" + written.type() + "\" leads through too many others")
            .expected(DEEPEST + " typedefs in one line at most"));
    return true;
  }

  private NativeType nativeType(Declaration.Native declaration) {
    var attributes =
        CheckedAttributes.of(declaration.attributes(), AttributeRules.NATIVE, diagnostics);
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
            : "one of nsid, domstring, utf8string, cstring, astring, jsval, promise";
    diagnostics.report(
        Diagnostic.error(
                Tag.NATIVE,
                attribute.name().span(),
                "\"" + attribute.name() + "\" contradicts an attribute before it")
            .expected(expected));
  }

  private void define(Declaration.Interface declaration) {
    Name name = declaration.name();
    var self = new Production.Forward(name.text(), declaration.span());
    if (!scope.isDeclared(name.text())) {
      scope.declare(name.text(), Known.forward(self), name.span());
    }
    Optional<InterfaceDefinition> definition =
        new InterfaceAnalyzer(scope, bases, diagnostics).analyze(declaration);
    if (definition.isPresent()) {
      keep(name, definition.get(), Known.definition(definition.get()));
    } else {
      scope.setBroken(name.text(), declaration.span());
    }
  }

  private void keep(Name name, Production production, Known known) {
    if (scope.declare(name.text(), known, name.span())) {
      productions.add(production);
      suggestions.addDeclaration(name.text(), tree.source());
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
