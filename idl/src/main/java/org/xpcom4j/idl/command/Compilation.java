package org.xpcom4j.idl.command;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.xpcom4j.idl.diagnostic.Diagnostic;
import org.xpcom4j.idl.diagnostic.Diagnostics;
import org.xpcom4j.idl.diagnostic.Severity;
import org.xpcom4j.idl.diagnostic.Strictness;
import org.xpcom4j.idl.model.IdlFile;
import org.xpcom4j.idl.model.InterfaceDefinition;
import org.xpcom4j.idl.semantic.FrontEnd;
import org.xpcom4j.idl.semantic.TreeSource;
import org.xpcom4j.idl.source.SourceText;
import org.xpcom4j.idl.syntax.SyntaxTree;

/**
 * One run over many files. Everything is read and parsed once. One thread gives names their
 * meaning, since files build on each other; the others parse ahead of it, and what they have not
 * reached yet it parses itself.
 */
final class Compilation implements TreeSource {
  private final SourceStore store;
  private final CompileOptions options;
  private final Map<SourceText, ParsedFile> parsed = new ConcurrentHashMap<>();
  private final Parsing parsing = new Parsing();
  private final Map<SourceText, List<Diagnostic>> found = new HashMap<>();
  private final Map<String, InterfaceDefinition> defined = new HashMap<>();

  Compilation(SourceStore store, CompileOptions options) {
    this.store = store;
    this.options = options;
  }

  /** Checks files; the results are in their order. */
  List<FileResult> check(List<StoredFile> files) {
    Jobs ahead = ahead(files);
    Diagnostics diagnostics = diagnostics();
    FrontEnd frontEnd = new FrontEnd(store, diagnostics, this);
    List<IdlFile> models = new ArrayList<>();
    for (StoredFile file : files) {
      models.add(frontEnd.compile(store.read(file)));
    }
    ahead.await();
    for (ParsedFile file : parsed.values()) {
      sort(file.diagnostics());
    }
    sort(diagnostics.all());
    for (IdlFile file : frontEnd.files()) {
      index(file);
    }
    List<FileResult> results = new ArrayList<>();
    for (int i = 0; i < models.size(); i++) {
      results.add(result(options.files().get(i), models.get(i)));
    }
    return results;
  }

  /** Starts the threads that parse ahead. */
  private Jobs ahead(List<StoredFile> files) {
    int threads = options.jobs() - 1;
    return threads == 0 ? Jobs.none() : Jobs.start(threads, files.size(), i -> parse(files.get(i)));
  }

  @Override
  public SyntaxTree tree(SourceText source) {
    return parsed(source).takeTree();
  }

  /** Collects what is found, as strictly as the user wants it. */
  Diagnostics diagnostics() {
    return new Diagnostics(options.strict() ? Strictness.STRICT : Strictness.WARN);
  }

  /** The folder of the file that has an interface which a file only declares. */
  Optional<String> folderOf(IdlFile file, String interfaceName) {
    InterfaceDefinition known = defined.get(interfaceName);
    return known == null
        ? find(file, interfaceName).map(found -> found.source().folder())
        : Optional.of(known.span().source().folder());
  }

  /** Whether any file has an interface with a body of this name. */
  boolean isDefined(String interfaceName) {
    return defined.containsKey(interfaceName);
  }

  /** Whether an interface that a file only declares is deprecated where it is defined. */
  boolean isDeprecated(IdlFile file, String interfaceName) {
    InterfaceDefinition known = defined.get(interfaceName);
    return known == null
        ? find(file, interfaceName).filter(found -> found.isDeprecated(interfaceName)).isPresent()
        : known.has(InterfaceDefinition.Flag.DEPRECATED);
  }

  /** The file that is called like an interface, if it has that interface. */
  private Optional<Outline> find(IdlFile file, String interfaceName) {
    return store
        .find(file.source(), interfaceName + ".idl")
        .map(source -> parsed(source).outline())
        .filter(outline -> outline.has(interfaceName));
  }

  /** Parses a file, and what it includes, unless another thread has them. */
  private void parse(StoredFile file) {
    Deque<SourceText> waiting = new ArrayDeque<>();
    waiting.add(store.read(file));
    while (!waiting.isEmpty()) {
      SourceText source = waiting.remove();
      for (String include : parsed(source).outline().includes()) {
        Optional<SourceText> included = store.find(source, include);
        if (included.isPresent() && !parsed.containsKey(included.get())) {
          waiting.add(included.get());
        }
      }
    }
  }

  private ParsedFile parsed(SourceText source) {
    return parsed.computeIfAbsent(source, parsing);
  }

  private void sort(List<Diagnostic> diagnostics) {
    for (Diagnostic each : diagnostics) {
      found.computeIfAbsent(each.span().source(), source -> new ArrayList<>()).add(each);
    }
  }

  private void index(IdlFile file) {
    for (InterfaceDefinition definition : file.interfaces()) {
      defined.putIfAbsent(definition.name(), definition);
    }
  }

  private FileResult result(String path, IdlFile file) {
    List<Diagnostic> errors = new ArrayList<>();
    for (SourceText source : withIncluded(file.source())) {
      errors.addAll(in(source, Severity.ERROR));
    }
    List<Diagnostic> warnings = in(file.source(), Severity.WARNING);
    return new FileResult(path, file, parsed(file.source()).outline().counts(), errors, warnings);
  }

  private List<Diagnostic> in(SourceText source, Severity severity) {
    List<Diagnostic> here = found.getOrDefault(source, List.of());
    if (here.isEmpty()) {
      return here;
    }
    return here.stream()
        .filter(each -> each.severity() == severity)
        .sorted(Comparator.comparingInt(each -> each.span().start()))
        .toList();
  }

  /** A file and all that it includes; only the file, if no file has anything to say. */
  private List<SourceText> withIncluded(SourceText start) {
    List<SourceText> all = new ArrayList<>(List.of(start));
    Set<SourceText> seen = new HashSet<>(all);
    for (int i = 0; i < all.size() && !found.isEmpty(); i++) {
      SourceText source = all.get(i);
      for (String include : parsed(source).outline().includes()) {
        store.find(source, include).filter(seen::add).ifPresent(all::add);
      }
    }
    return all;
  }

  private final class Parsing implements Function<SourceText, ParsedFile> {
    @Override
    public ParsedFile apply(SourceText source) {
      Diagnostics diagnostics = diagnostics();
      Optional<Diagnostic> problem = store.problem(source);
      if (problem.isPresent()) {
        diagnostics.report(problem.get());
      }
      SyntaxTree tree = SyntaxTree.parse(source, diagnostics);
      return new ParsedFile(tree, diagnostics.all());
    }
  }
}
