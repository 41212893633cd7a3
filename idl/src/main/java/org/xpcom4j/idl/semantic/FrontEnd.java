package org.xpcom4j.idl.semantic;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
  private static final int SHOWN_OF_CYCLE = 8;

  private final SourceFinder finder;
  private final Diagnostics diagnostics;
  private final TreeSource trees;
  private final Suggestions suggestions;
  private final Bases bases = new Bases();
  private final Map<SourceText, CompiledFile> done = new LinkedHashMap<>();
  private final Map<SourceText, FileAnalyzer> open = new LinkedHashMap<>();

  /**
   * Starts a run.
   *
   * @param finder finds what is included
   * @param diagnostics hears what is wrong, and decides how bad it is
   */
  public FrontEnd(SourceFinder finder, Diagnostics diagnostics) {
    this(finder, diagnostics, new Parsing(diagnostics));
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
    this.suggestions = new Suggestions(finder, diagnostics);
  }

  /**
   * Compiles a file and what it includes.
   *
   * @param source the file
   * @return the model, without what had errors
   */
  public IdlFile compile(SourceText source) {
    CompiledFile known = done.get(source);
    return known == null ? compileAll(source).file() : known.file();
  }

  /**
   * Tells whether a file may be used: neither it nor anything that it includes has an error.
   *
   * @param source the file; it is compiled if it was not
   * @return whether all is well
   */
  public boolean isAccepted(SourceText source) {
    compile(source);
    CompiledFile compiled = done.get(source);
    return compiled != null && compiled.isSound();
  }

  /** {@return what was compiled so far, included files before those that include them} */
  public List<IdlFile> files() {
    List<IdlFile> files = new ArrayList<>(done.size());
    for (CompiledFile compiled : done.values()) {
      files.add(compiled.file());
    }
    return files;
  }

  /** Goes down to what is included first, on a stack of its own: chains may be long. */
  private CompiledFile compileAll(SourceText source) {
    Deque<FileAnalyzer> stack = new ArrayDeque<>();
    CompiledFile last = null;
    stack.push(start(source));
    while (!stack.isEmpty()) {
      FileAnalyzer analyzer = stack.peek();
      Optional<SourceText> needed = analyzer.advance();
      if (needed.isPresent()) {
        stack.push(start(needed.get()));
      } else {
        stack.pop();
        last = analyzer.finish();
        open.remove(last.file().source());
        done.put(last.file().source(), last);
      }
    }
    if (last == null) {
      throw new IllegalStateException("nothing was compiled");
    }
    return last;
  }

  private FileAnalyzer start(SourceText source) {
    SyntaxTree tree = trees.tree(source);
    FileAnalyzer analyzer = new FileAnalyzer(this, tree, suggestions, bases, diagnostics);
    open.put(source, analyzer);
    return analyzer;
  }

  /** The file of an include line; empty after a diagnostic. */
  Optional<SourceText> find(SourceText from, Declaration.Include include) {
    Optional<SourceText> found = finder.find(from, include.file());
    if (found.isEmpty()) {
      diagnostics.report(
          Diagnostic.error(
                  Tag.INCLUDE, include.span(), "included file \"" + include.file() + "\" not found")
              .near(include.file(), finder.names(from))
              .from("looked in " + finder.describeSearch(from)));
    }
    return found;
  }

  /** A file that was compiled before; empty if its turn is still to come. */
  Optional<CompiledFile> compiled(SourceText source) {
    return Optional.ofNullable(done.get(source));
  }

  /** Whether an include leads back to a file that waits for it; says so. */
  boolean isCycle(Declaration.Include include, SourceText file) {
    if (!open.containsKey(file)) {
      return false;
    }
    List<String> names = new ArrayList<>();
    int left = 0;
    for (SourceText each : open.keySet()) {
      if (!names.isEmpty() || each.equals(file)) {
        if (names.size() < SHOWN_OF_CYCLE) {
          names.add(each.name());
        } else {
          left++;
        }
      }
    }
    String more = left == 0 ? "" : " -> (" + left + " more)";
    diagnostics.report(
        Diagnostic.warning(Tag.INCLUDE_CYCLE, include.span(), "files include each other")
            .from(String.join(" -> ", names) + more + " -> " + file.name())
            .hint("a forward declaration (interface nsIName;) where only the name is needed"));
    return true;
  }

  /** Parses what is needed. */
  private record Parsing(Diagnostics diagnostics) implements TreeSource {
    @Override
    public SyntaxTree tree(SourceText source) {
      return SyntaxTree.parse(source, diagnostics);
    }
  }
}
