package org.xpcom4j.idl.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.xpcom4j.idl.semantic.SourceFinder;
import org.xpcom4j.idl.source.DecodedText;
import org.xpcom4j.idl.source.SourceText;

/** Finds IDL files in folders of the file system, the first folder first. */
public final class IdlFolders implements SourceFinder {
  private final List<Path> folders;
  private final Map<Path, SourceText> read = new HashMap<>();

  /**
   * Looks in some folders.
   *
   * @param folders where to look
   */
  public IdlFolders(Path... folders) {
    this.folders = List.of(folders);
  }

  /** {@return the folder with the IDL files of the api module} */
  public static Path ofApi() {
    Path below = Path.of("listener-api/src/main/resources/org/xpcom4j/interfaces");
    return Stream.of(Path.of(""), Path.of(".."))
        .map(root -> root.resolve(below))
        .filter(Files::isDirectory)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + below + " here nor one level up"));
  }

  /**
   * Finds all files.
   *
   * @return their names, in alphabetical order
   */
  public List<String> names() {
    return folders.stream().flatMap(folder -> names(folder).stream()).sorted().distinct().toList();
  }

  /**
   * Reads a file that must be there.
   *
   * @param name its name
   * @return its text
   */
  public SourceText get(String name) {
    return folders.stream()
        .map(folder -> folder.resolve(name))
        .filter(Files::exists)
        .findFirst()
        .map(path -> read.computeIfAbsent(path, IdlFolders::read))
        .orElseThrow(() -> new AssertionError("no " + name + " in " + folders));
  }

  @Override
  public Optional<SourceText> find(SourceText from, String name) {
    return names().contains(name) ? Optional.of(get(name)) : Optional.empty();
  }

  @Override
  public String describeSearch(SourceText from) {
    return folders.toString();
  }

  private static List<String> names(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".idl"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SourceText read(Path path) {
    try {
      return new SourceText(
          "", path.getFileName().toString(), DecodedText.of(Files.readAllBytes(path)).text());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
