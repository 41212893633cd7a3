package org.xpcom4j.idl.semantic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.xpcom4j.idl.diagnostic.Diagnostic;
import org.xpcom4j.idl.diagnostic.Diagnostics;
import org.xpcom4j.idl.diagnostic.Tag;
import org.xpcom4j.idl.model.IdlFile;
import org.xpcom4j.idl.source.SourceText;
import org.xpcom4j.idl.syntax.Declaration;
import org.xpcom4j.idl.syntax.SyntaxTree;

/**
 * Compiles files, and those that they include, to the model. One object serves one run; each file
 * is compiled once. For one thread.
 */
public final class FrontEnd {
  private final SourceFinder finder;
  private final Diagnostics diagnostics;
  private final TreeSource trees;
  private final Map<SourceText, IdlFile> done = new LinkedHashMap<>();
  private final List<SourceText> open = new ArrayList<>();
  private final Map<SourceText, Set<String>> broken = new HashMap<>();

  /**
   * Starts a run.
   *
   * @param finder finds what is included
   * @param diagnostics hears what is wrong
   */
  public FrontEnd(SourceFinder finder, Diagnostics diagnostics) {
    this(finder, diagnostics, source -> SyntaxTree.parse(source, diagnostics));
  }

  /**
   * Starts a run in which someone else parses, and reports what cannot be read.
   *
   * @param finder finds what is included
   * @param diagnostics hears what else is wrong
   * @param trees gives the syntax tree of a file
   */
  public FrontEnd(SourceFinder finder, Diagnostics diagnostics, TreeSource trees) {
    this.finder = finder;
    this.diagnostics = diagnostics;
    this.trees = trees;
  }

  /**
   * Compiles a file and what it includes.
   *
   * @param source the file
   * @return the model, without what had errors
   */
  public IdlFile compile(SourceText source) {
    IdlFile known = done.get(source);
    if (known != null) {
      return known;
    }
    open.add(source);
    SyntaxTree tree = trees.tree(source);
    FileAnalyzer analyzer = new FileAnalyzer(this, diagnostics);
    IdlFile file = analyzer.analyze(tree);
    broken.put(source, analyzer.broken());
    open.remove(open.size() - 1);
    done.put(source, file);
    return file;
  }

  /** {@return what was compiled so far, included files before those that include them} */
  public List<IdlFile> files() {
    return List.copyOf(done.values());
  }

  /** The file of an include line, or nothing and a diagnostic. */
  Optional<IdlFile> include(SourceText from, Declaration.Include include) {
    Optional<SourceText> found = finder.find(from, include.file());
    if (found.isEmpty()) {
      diagnostics.report(
          Diagnostic.error(
                  Tag.INCLUDE, include.span(), "included file \"" + include.file() + "\" not found")
              .from("looked in " + finder.describeSearch(from)));
      return Optional.empty();
    }
    int start = open.indexOf(found.get());
    if (start >= 0) {
      String cycle =
          open.subList(start, open.size()).stream()
              .map(SourceText::name)
              .collect(Collectors.joining(" -> "));
      diagnostics.report(
          Diagnostic.error(Tag.INCLUDE_CYCLE, include.span(), "files include each other")
              .from(cycle + " -> " + include.file())
              .hint("a forward declaration (interface nsIName;) where only the name is needed"));
      return Optional.empty();
    }
    return Optional.of(compile(found.get()));
  }

  /** The names whose declarations in a file or in what it includes had errors. */
  Set<String> brokenIn(IdlFile file) {
    return broken.getOrDefault(file.source(), Set.of());
  }

  boolean canFind(SourceText from, String name) {
    return finder.find(from, name).isPresent();
  }
}
