package org.xpcom4j.idl.semantic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xpcom4j.idl.diagnostic.Diagnostic;
import org.xpcom4j.idl.diagnostic.Diagnostics;
import org.xpcom4j.idl.diagnostic.Tag;
import org.xpcom4j.idl.model.ArrayType;
import org.xpcom4j.idl.model.BuiltinType;
import org.xpcom4j.idl.model.IdlType;
import org.xpcom4j.idl.model.InterfaceDefinition;
import org.xpcom4j.idl.model.NativeType;
import org.xpcom4j.idl.model.NativeType.Meaning;
import org.xpcom4j.idl.source.Span;
import org.xpcom4j.idl.syntax.Declaration;
import org.xpcom4j.idl.syntax.Name;
import org.xpcom4j.idl.syntax.SyntaxTree;
import org.xpcom4j.idl.syntax.TypeName;

/** The names that a file knows: its own so far, and those of what it includes. */
final class Scope {
  private static final String ARRAY = "Array";

  private final SyntaxTree tree;
  private final Suggestions suggestions;
  private final Diagnostics diagnostics;
  private NameTable<Known> names = NameTable.empty();
  private boolean lacksInclude;

  Scope(SyntaxTree tree, Suggestions suggestions, Diagnostics diagnostics) {
    this.tree = tree;
    this.suggestions = suggestions;
    this.diagnostics = diagnostics;
  }

  NameTable<Known> names() {
    return names;
  }

  /** Whether a file with some of the names could not be found. */
  boolean lacksInclude() {
    return lacksInclude;
  }

  void setLacksInclude() {
    lacksInclude = true;
  }

  /** Makes all names of an included file known. */
  void include(CompiledFile file, Span where) {
    lacksInclude |= file.lacksInclude();
    names = names.merge(file.names(), new Included(where));
  }

  /** Makes a name known, or reports that another thing has it. */
  boolean declare(String name, Known known, Span where) {
    Known before = names.get(name);
    Optional<Known> chosen = before == null ? Optional.of(known) : Known.choose(before, known);
    if (chosen.isEmpty()) {
      diagnostics.report(
          Diagnostic.error(Tag.DUPLICATE, where, "\"" + name + "\" is declared twice")
              .previous(before == null ? where : before.span()));
      return false;
    }
    names = names.with(name, chosen.get());
    return true;
  }

  /** Forgets a definition that turned out to be wrong, so that nothing more is said of it. */
  void setBroken(String name, Span span) {
    Known before = names.get(name);
    if (before == null || before.definition().isEmpty()) {
      names = names.with(name, Known.broken(span));
    }
  }

  /** The definition of an interface, if its body was seen. */
  Optional<InterfaceDefinition> findInterface(String name) {
    Known known = names.get(name);
    return known == null ? Optional.empty() : known.definition();
  }

  /** The declaration of a name that is not known yet, further down in the file. */
  Optional<Declaration.Named> declaredBelow(String name) {
    return tree.declarations().stream()
        .filter(Declaration.Named.class::isInstance)
        .map(Declaration.Named.class::cast)
        .filter(each -> each.name().text().equals(name))
        .findFirst();
  }

  boolean isDeclared(String name) {
    return names.get(name) != null;
  }

  /** Whether a name is declared with an error, so that nothing more need be said of it. */
  boolean isBroken(String name) {
    Known known = names.get(name);
    return known != null && known.isBroken();
  }

  /** A type as it is written; reports unknown ones. */
  Optional<IdlType> type(TypeName written) {
    if (!written.arguments().isEmpty() || isBareArray(written)) {
      return array(written);
    }
    return type(written.name());
  }

  /** The type of a name; reports unknown ones. */
  Optional<IdlType> type(Name name) {
    Optional<BuiltinType> builtin =
        name.escaped() ? Optional.empty() : BuiltinType.find(name.text());
    if (builtin.isPresent()) {
      return Optional.of(builtin.get());
    }
    Known known = find(name.text());
    if (known != null) {
      return known.type();
    }
    suggestions.unknownType(name, this).ifPresent(diagnostics::report);
    return Optional.empty();
  }

  /** Warns of a type in a member that scripts see, though they can make nothing of it. */
  void checkForScripts(IdlType type, TypeName written) {
    IdlType content = type.underlying();
    while (content instanceof ArrayType array) {
      content = array.element().underlying();
    }
    if (content instanceof NativeType nativeType && nativeType.meaning() == Meaning.OPAQUE) {
      diagnostics.report(
          Diagnostic.warning(
                  Tag.SCRIPTABLE,
                  written.span(),
                  "scripts and Java can make nothing of native type " + written)
              .hint("[noscript] on this member"));
    }
  }

  private @Nullable Known find(String name) {
    Known known = names.get(name);
    if (known == null) {
      known = Predeclared.TYPES.get(name);
    }
    if (known == null && isDeclared(Predeclared.OF_EVERY_ROOT)) {
      known = Predeclared.LEFT_OUT_BY_ROOT.get(name);
    }
    return known;
  }

  private boolean isBareArray(TypeName written) {
    return written.text().equals(ARRAY) && !isDeclared(ARRAY);
  }

  private Optional<IdlType> array(TypeName written) {
    List<IdlType> elements = new ArrayList<>();
    for (TypeName each : written.arguments()) {
      type(each).ifPresent(elements::add);
    }
    if (elements.size() < written.arguments().size()) {
      return Optional.empty();
    }
    if (!written.text().equals(ARRAY) || elements.size() != 1) {
      diagnostics.report(
          Diagnostic.error(
                  Tag.ARRAY,
                  written.span(),
                  "\"" + written + "\" is no type that is made of others")
              .expected("Array<type>"));
      return Optional.empty();
    }
    if (elements.get(0).is(BuiltinType.VOID)) {
      diagnostics.report(
          Diagnostic.error(
              Tag.VOID,
              written.arguments().get(0).span(),
              "void cannot be the type of an element"));
      return Optional.empty();
    }
    return Optional.of(new ArrayType(elements.get(0)));
  }

  /** Decides between a name of this file's and that of an included one. */
  private final class Included implements NameTable.Choice<Known> {
    private final Span where;

    Included(Span where) {
      this.where = where;
    }

    @Override
    public Known choose(String name, Known before, Known now) {
      Optional<Known> chosen = Known.choose(before, now);
      if (chosen.isEmpty()) {
        diagnostics.report(
            Diagnostic.error(
                    Tag.DUPLICATE, where, "\"" + name + "\" is declared by this include, too")
                .previous(before.span())
                .from("declared again at " + now.span()));
      }
      return chosen.orElse(before);
    }
  }
}
