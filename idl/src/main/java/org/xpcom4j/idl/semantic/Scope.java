package org.xpcom4j.idl.semantic;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.xpcom4j.idl.diagnostic.Diagnostic;
import org.xpcom4j.idl.diagnostic.Diagnostics;
import org.xpcom4j.idl.diagnostic.Tag;
import org.xpcom4j.idl.model.BuiltinType;
import org.xpcom4j.idl.model.IdlFile;
import org.xpcom4j.idl.model.IdlType;
import org.xpcom4j.idl.model.InterfaceDefinition;
import org.xpcom4j.idl.model.InterfaceType;
import org.xpcom4j.idl.model.NativeType;
import org.xpcom4j.idl.model.Production;
import org.xpcom4j.idl.model.Typedef;
import org.xpcom4j.idl.source.SourceText;
import org.xpcom4j.idl.source.Span;
import org.xpcom4j.idl.syntax.Name;

/** The names that a file knows: its own so far, and those of what it includes. */
final class Scope {
  private final FrontEnd frontEnd;
  private final Diagnostics diagnostics;
  private final Map<String, Production> known = new LinkedHashMap<>();
  private final Set<SourceText> included = new HashSet<>();
  private final Set<String> broken = new HashSet<>();

  Scope(FrontEnd frontEnd, Diagnostics diagnostics) {
    this.frontEnd = frontEnd;
    this.diagnostics = diagnostics;
  }

  /** Makes all names of an included file known. */
  void include(IdlFile file, Span where) {
    if (!included.add(file.source())) {
      return;
    }
    broken.addAll(frontEnd.brokenIn(file));
    for (Production production : file.productions()) {
      if (production instanceof Production.Inclusion inclusion) {
        include(inclusion.file(), where);
      } else {
        nameOf(production).ifPresent(name -> declare(name, production, where));
      }
    }
  }

  /** Makes a name known, or reports that another thing has it. */
  boolean declare(String name, Production production, Span where) {
    Production before = known.get(name);
    if (before == null || replaces(production, before)) {
      known.put(name, production);
      return true;
    }
    if (isSame(production, before)) {
      return true;
    }
    diagnostics.report(
        Diagnostic.error(Tag.DUPLICATE, where, "\"" + name + "\" is declared twice")
            .previous(before.span()));
    return false;
  }

  /** The definition of an interface, if its body was seen. */
  Optional<InterfaceDefinition> findInterface(String name) {
    return known.get(name) instanceof InterfaceDefinition definition
        ? Optional.of(definition)
        : Optional.empty();
  }

  boolean isDeclared(String name) {
    return known.containsKey(name);
  }

  /** Remembers a declaration that had errors: uses of its name are no errors of their own. */
  void addBroken(String name) {
    broken.add(name);
  }

  /** Whether a name is declared with an error, so that nothing more need be said of it. */
  boolean isBroken(String name) {
    return broken.contains(name);
  }

  Set<String> broken() {
    return Set.copyOf(broken);
  }

  /** The type of a name; reports unknown ones. */
  Optional<IdlType> type(Name name) {
    Optional<BuiltinType> builtin =
        name.escaped() ? Optional.empty() : BuiltinType.find(name.text());
    if (builtin.isPresent()) {
      return Optional.of(builtin.get());
    }
    Production production = known.get(name.text());
    if (production instanceof Typedef typedef) {
      return Optional.of(typedef);
    }
    if (production instanceof NativeType nativeType) {
      return Optional.of(nativeType);
    }
    if (production instanceof InterfaceDefinition definition) {
      return Optional.of(new InterfaceType(name.text(), Optional.of(definition.span().source())));
    }
    if (production instanceof Production.Forward) {
      return Optional.of(new InterfaceType(name.text(), Optional.empty()));
    }
    if (!isBroken(name.text())) {
      reportUnknown(name);
    }
    return Optional.empty();
  }

  private void reportUnknown(Name name) {
    List<String> names = new ArrayList<>(known.keySet());
    names.addAll(BuiltinType.names());
    Diagnostic diagnostic =
        Diagnostic.error(
                Tag.UNKNOWN_TYPE, name.span(), "type \"" + name + "\" is not declared above")
            .near(name.text(), names);
    SourceText source = name.span().source();
    String file = name.text() + ".idl";
    if (!file.equals(source.name()) && frontEnd.canFind(source, file)) {
      diagnostic = diagnostic.hint("#include \"" + file + "\"");
    }
    diagnostics.report(diagnostic);
  }

  private static boolean replaces(Production production, Production before) {
    return before instanceof Production.Forward && production instanceof InterfaceDefinition;
  }

  /** Saying the same thing again is no error. */
  private static boolean isSame(Production now, Production before) {
    if (now instanceof Production.Forward) {
      return before instanceof Production.Forward || before instanceof InterfaceDefinition;
    }
    if (now instanceof Typedef typedef && before instanceof Typedef other) {
      return typedef.target().equals(other.target());
    }
    if (now instanceof NativeType one && before instanceof NativeType other) {
      return one.text().equals(other.text())
          && one.indirection() == other.indirection()
          && one.meaning() == other.meaning();
    }
    return now.span().equals(before.span());
  }

  private static Optional<String> nameOf(Production production) {
    if (production instanceof Typedef typedef) {
      return Optional.of(typedef.name());
    }
    if (production instanceof NativeType nativeType) {
      return Optional.of(nativeType.name());
    }
    if (production instanceof Production.Forward forward) {
      return Optional.of(forward.name());
    }
    return production instanceof InterfaceDefinition definition
        ? Optional.of(definition.name())
        : Optional.empty();
  }
}
