package org.xpcom4j.idl.semantic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.xpcom4j.idl.diagnostic.Diagnostic;
import org.xpcom4j.idl.diagnostic.Diagnostics;
import org.xpcom4j.idl.diagnostic.NearMisses;
import org.xpcom4j.idl.diagnostic.Tag;
import org.xpcom4j.idl.model.BuiltinType;
import org.xpcom4j.idl.source.SourceText;
import org.xpcom4j.idl.syntax.Declaration;
import org.xpcom4j.idl.syntax.Name;

/** What may have been meant by a type that is not known. */
final class Suggestions {
  private static final String SUFFIX = ".idl";

  /** Types that come to a Java programmer's mind, and what they are in IDL. */
  private static final Map<String, String> FROM_JAVA =
      Map.of("byte", "octet", "int", "long", "Object", "nsISupports");

  private final SourceFinder finder;
  private final Map<String, SourceText> elsewhere = new HashMap<>();
  private final Diagnostics diagnostics;

  Suggestions(SourceFinder finder, Diagnostics diagnostics) {
    this.finder = finder;
    this.diagnostics = diagnostics;
  }

  /** Remembers which file declares a name. */
  void addDeclaration(String name, SourceText source) {
    elsewhere.putIfAbsent(name, source);
  }

  /**
   * What to say of an unknown type. With an include missing, the name is most likely declared there
   * and the missing file is what was reported; nothing more is said unless a name is near.
   */
  Optional<Diagnostic> unknownType(Name name, Scope scope) {
    Diagnostic plain =
        Diagnostic.error(
            Tag.UNKNOWN_TYPE, name.span(), "type \"" + name + "\" is not declared above");
    String meant = FROM_JAVA.get(name.text());
    if (meant != null) {
      return Optional.of(plain.hint(meant + ", which is " + name + " in Java"));
    }
    if (!diagnostics.wantsHints()) {
      return scope.lacksInclude() ? Optional.empty() : Optional.of(plain);
    }
    Optional<Declaration.Named> below = scope.declaredBelow(name.text());
    if (below.isPresent() && below.get().span().start() > name.span().start()) {
      return Optional.of(isDeclaredBelow(plain, below.get()));
    }
    List<String> names = new ArrayList<>(scope.names().names());
    Optional<String> cenum =
        names.stream().filter(each -> each.endsWith("_" + name.text())).findFirst();
    if (cenum.isPresent()) {
      return Optional.of(plain.hint(cenum.get()));
    }
    names.addAll(BuiltinType.names());
    Diagnostic diagnostic = plain.near(name.text(), names);
    boolean hasNear = !diagnostic.notes().isEmpty();
    if (scope.lacksInclude() && !hasNear) {
      return Optional.empty();
    }
    SourceText from = name.span().source();
    Optional<String> file = fileOf(name.text(), from);
    if (file.isPresent()) {
      return Optional.of(diagnostic.hint("#include \"" + file.get() + "\""));
    }
    return Optional.of(hasNear ? diagnostic : withNearFile(diagnostic, name, from));
  }

  private static Diagnostic isDeclaredBelow(Diagnostic diagnostic, Declaration.Named below) {
    Diagnostic found = diagnostic.from("declared below, at " + below.name().span());
    return below instanceof Declaration.Interface
        ? found.hint("interface " + below.name() + ";")
        : found;
  }

  private Optional<String> fileOf(String name, SourceText from) {
    String file = name + SUFFIX;
    if (!file.equals(from.name()) && finder.find(from, file).isPresent()) {
      return Optional.of(file);
    }
    return Optional.ofNullable(elsewhere.get(name))
        .map(SourceText::name)
        .filter(found -> !found.equals(from.name()));
  }

  /** By the habit of one file for one interface, names of files are names of interfaces. */
  private Diagnostic withNearFile(Diagnostic diagnostic, Name name, SourceText from) {
    TreeSet<String> names = new TreeSet<>(elsewhere.keySet());
    for (String file : finder.names(from)) {
      if (file.endsWith(SUFFIX)) {
        names.add(file.substring(0, file.length() - SUFFIX.length()));
      }
    }
    List<String> near = NearMisses.find(name.text(), names);
    if (near.isEmpty()) {
      return diagnostic;
    }
    String best = near.get(0);
    return fileOf(best, from)
        .map(
            file ->
                diagnostic.hint(
                    "did you mean " + best + "? It is in " + file + ", which is not included"))
        .orElse(diagnostic);
  }
}
