package org.xpcom4j.registry.manifest;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.xpcom4j.interfaces.nsISupports;
import org.xpcom4j.metadata.Interfaces;
import org.xpcom4j.registry.contract.Excerpt;
import org.xpcom4j.registry.manifest.LineSplitter.Split;
import org.xpcom4j.result.XpcomException;

/**
 * Reads a manifest and those that it names. A line that is wrong is reported and left out, the others
 * count.
 */
public final class ManifestReader {

  /** More manifests than this inside one another are a mistake. */
  private static final int DEEPEST = 100;

  private final Platform platform;
  private final Consumer<ManifestProblem> problems;

  /** The files that are being read, the outermost first, by what people call them. */
  private final Map<Path, String> open = new LinkedHashMap<>();

  private final Set<Path> read = new HashSet<>();

  private ManifestReader(Platform platform, Consumer<ManifestProblem> problems) {
    this.platform = platform;
    this.problems = problems;
  }

  /**
   * Reads a manifest.
   *
   * @param file the manifest
   * @param platform what conditions are compared with
   * @param problems hears of each line that is left out, in their order
   * @return what is to be done, in this order: contracts of a file come after its other lines
   * @throws XpcomException {@code NS_ERROR_FILE_NOT_FOUND} if the file cannot be read
   */
  public static List<Statement> read(
      ManifestFile file, Platform platform, Consumer<ManifestProblem> problems) {
    return new ManifestReader(platform, problems).read(file, file.read());
  }

  private List<Statement> read(ManifestFile file, byte[] bytes) {
    var statements = new ArrayList<Statement>();
    var contracts = new ArrayList<Statement>();
    open.put(file.path(), file.shown());
    for (Split split : LineSplitter.split(bytes, file.shown())) {
      try {
        for (Statement statement : read(file, split)) {
          boolean isOurs = statement.line().equals(split.line()); // and not of a nested manifest
          (isOurs && statement instanceof Statement.Contract ? contracts : statements)
              .add(statement);
        }
      } catch (RefusedLine refused) {
        problems.accept(refused.problem());
      }
    }
    open.remove(file.path());
    read.add(file.path());
    statements.addAll(contracts);
    return statements;
  }

  private List<Statement> read(ManifestFile file, Split split) throws RefusedLine {
    ManifestLine line = split.line();
    if (line.text().startsWith("#")) {
      return List.of();
    }
    if (split.damagedAt() >= 0) {
      throw refused(line, split.damagedAt(), "line is no UTF-8", "expected a character");
    }
    List<Word> words = Word.split(line.text());
    if (words.isEmpty()) {
      return List.of();
    }
    Directive directive = directive(line, words.get(0));
    int arguments = directive.arguments().size();
    if (words.size() <= arguments) {
      throw refused(
          line,
          words.get(words.size() - 1).end(),
          directive + " has too few arguments",
          "expected " + directive.arguments().get(words.size() - 1));
    }
    boolean holds =
        Flags.hold(
            words.subList(arguments + 1, words.size()),
            platform,
            line,
            directive == Directive.CONTENT,
            problems);
    return holds ? read(file, line, directive, words) : List.of();
  }

  private static Directive directive(ManifestLine line, Word word) throws RefusedLine {
    return Directive.find(word.text())
        .orElseThrow(
            () ->
                refused(
                    line,
                    word.position(),
                    "directive " + Excerpt.quote(word.text()) + " is unknown",
                    word.text().startsWith("#")
                        ? "a comment begins in the first column"
                        : "expected one of " + Directive.all()));
  }

  private List<Statement> read(
      ManifestFile file, ManifestLine line, Directive directive, List<Word> words)
      throws RefusedLine {
    Word first = words.get(1);
    return switch (directive) {
      case MANIFEST -> nested(line, first, named(file, line, first, first.text()));
      case COMPONENT -> List.of(component(file, line, first, words.get(2)));
      case CONTRACT ->
          List.of(
              new Statement.Contract(
                  line, first.text(), cid(line, words.get(2)), words.get(2).position()));
      case CATEGORY ->
          List.of(
              new Statement.Category(line, first.text(), words.get(2).text(), words.get(3).text()));
      case INTERFACES ->
          List.of(
              new Statement.Interfaces(
                  line, named(file, line, first, first.text()), first.position()));
      case BINARY_COMPONENT ->
          throw refused(
              line,
              first.position(),
              "native components cannot be loaded",
              "needs the module org.xpcom4j.jni, which this registry does not have");
      default -> List.of(); // for the chrome registry
    };
  }

  /** A file, or a file and a class in it with an exclamation mark between them. */
  private static Statement component(ManifestFile file, ManifestLine line, Word cid, Word location)
      throws RefusedLine {
    UUID id = cid(line, cid);
    String text = location.text();
    int mark = text.lastIndexOf('!');
    String path = mark < 0 ? text : text.substring(0, mark);
    String className = mark < 0 ? "" : text.substring(mark + 1);
    if (mark >= 0 && className.isEmpty()) {
      throw refused(
          line,
          location.end(),
          "component names no class",
          "expected the class's name, as in " + text + "org.example.Greeter");
    }
    return new Statement.Component(
        line,
        id,
        cid.position(),
        named(file, line, location, path),
        className,
        location.position());
  }

  private static UUID cid(ManifestLine line, Word word) throws RefusedLine {
    try {
      return Interfaces.parseId(word.text());
    } catch (XpcomException malformed) {
      throw refused(
          line,
          word.position(),
          "class ID is malformed",
          "expected 32 hexadecimal digits, as in {" + Interfaces.iid(nsISupports.class) + "}");
    }
  }

  private static ManifestFile named(ManifestFile file, ManifestLine line, Word word, String path)
      throws RefusedLine {
    try {
      return file.resolve(path);
    } catch (InvalidPathException bad) {
      throw refused(
          line, word.position(), "path cannot be used: " + bad.getReason(), "expected a path");
    }
  }

  private List<Statement> nested(ManifestLine line, Word word, ManifestFile file)
      throws RefusedLine {
    if (open.containsKey(file.path())) {
      throw refused(
          line,
          word.position(),
          "manifest includes itself",
          String.join(" → ", open.values()) + " → " + file.shown());
    }
    if (open.size() >= DEEPEST) {
      throw refused(line, word.position(), "manifests are nested too deep", "at most " + DEEPEST);
    }
    if (read.contains(file.path())) {
      return List.of(); // by another way; twice it would only disagree with itself
    }
    byte[] bytes;
    try {
      bytes = file.read();
    } catch (XpcomException unreadable) {
      throw refused(line, word.position(), "manifest cannot be read", unreadable.getMessage());
    }
    return read(file, bytes);
  }

  private static RefusedLine refused(ManifestLine line, int position, String clause, String note) {
    return new RefusedLine(line.problem(position, clause, note));
  }
}
