package org.xpcom4j.idl.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.xpcom4j.idl.diagnostic.Diagnostic;
import org.xpcom4j.idl.semantic.SourceFinder;
import org.xpcom4j.idl.source.SourceText;

/**
 * Finds and reads the files of one run, each once, for any number of threads. Folders are listed
 * once and never asked file by file: a big tree has thousands of include lines and a hundred
 * folders to look in.
 */
final class SourceStore implements SourceFinder {
  private static final Path COMMON_INTERFACES = Path.of("org", "xpcom4j", "interfaces");

  private final List<Path> includeFolders;
  private final String packageFolder;
  private final Map<Path, Set<String>> listings = new ConcurrentHashMap<>();
  private final Map<String, Optional<Path>> included = new ConcurrentHashMap<>();
  private final Map<Path, StoredFile> byPath = new ConcurrentHashMap<>();
  private final Map<Object, StoredFile> byIdentity = new ConcurrentHashMap<>();
  private final Map<SourceText, StoredFile> bySource = new ConcurrentHashMap<>();

  /**
   * Reads nothing yet.
   *
   * @param packageFolder the Java package of the files, with slashes
   */
  SourceStore(List<Path> includeFolders, String packageFolder) {
    this.includeFolders = List.copyOf(includeFolders);
    this.packageFolder = packageFolder;
  }

  /** The file of an argument; to be called before any file is read. */
  StoredFile argument(String argument) {
    Path path;
    try {
      path = Path.of(argument);
    } catch (InvalidPathException wrong) {
      return StoredFile.missing(argument, "this cannot be the name of a file");
    }
    try {
      var attributes = Files.readAttributes(path, BasicFileAttributes.class);
      if (attributes.isDirectory()) {
        return StoredFile.missing(argument, "this is a folder");
      }
      return identified(attributes, path, new StoredFile(path, packageFolder, argument));
    } catch (NoSuchFileException absent) {
      return StoredFile.missing(argument, "there is no such file");
    } catch (IOException unreadable) {
      return StoredFile.missing(argument, FileBytes.reason(argument, unreadable));
    }
  }

  /** The content of a file. */
  SourceText read(StoredFile file) {
    SourceText source = file.read();
    bySource.putIfAbsent(source, file);
    return source;
  }

  /** What went wrong when a file was read. */
  Optional<Diagnostic> problem(SourceText source) {
    StoredFile file = bySource.get(source);
    return file == null ? Optional.empty() : file.problem();
  }

  @Override
  public Optional<SourceText> find(SourceText from, String name) {
    Path own = folderOf(from);
    if (has(own, name)) {
      return Optional.of(open(own.resolve(name)));
    }
    Optional<Path> found = included.get(name);
    if (found == null) {
      found = findIncluded(name);
      included.put(name, found);
    }
    return found.isEmpty() ? Optional.empty() : Optional.of(open(found.get()));
  }

  @Override
  public Collection<String> names(SourceText from) {
    Set<String> names = new TreeSet<>(listing(folderOf(from)));
    includeFolders.forEach(folder -> names.addAll(listing(folder)));
    return names;
  }

  @Override
  public String describeSearch(SourceText from) {
    Set<String> folders = new LinkedHashSet<>();
    folders.add(shown(folderOf(from)));
    includeFolders.forEach(folder -> folders.add(shown(folder)));
    return String.join(", ", folders);
  }

  private Optional<Path> findIncluded(String name) {
    for (Path folder : includeFolders) {
      if (has(folder, name)) {
        return Optional.of(folder.resolve(name));
      }
    }
    return Optional.empty();
  }

  private Path folderOf(SourceText source) {
    StoredFile file = bySource.get(source);
    Path parent = file == null ? null : file.path().getParent();
    return parent == null ? Path.of("") : parent;
  }

  private boolean has(Path folder, String name) {
    if (name.indexOf('/') >= 0 || name.indexOf('\\') >= 0) {
      return isFile(folder, name);
    }
    return listing(folder).contains(name);
  }

  private Set<String> listing(Path folder) {
    Set<String> known = listings.get(folder);
    if (known == null) {
      known = list(folder);
      listings.put(folder, known);
    }
    return known;
  }

  private static boolean isFile(Path folder, String name) {
    try {
      return Files.isRegularFile(folder.resolve(name));
    } catch (InvalidPathException wrong) {
      return false;
    }
  }

  /** The names in a folder; none if it cannot be read, which a failing include will tell. */
  private static Set<String> list(Path folder) {
    String[] names = folder.toAbsolutePath().toFile().list();
    return names == null ? Set.of() : new HashSet<>(List.of(names));
  }

  private SourceText open(Path path) {
    StoredFile known = byPath.get(path);
    if (known != null) {
      return read(known);
    }
    StoredFile file = new StoredFile(path, packageOf(path), path.toString());
    try {
      file = identified(Files.readAttributes(path, BasicFileAttributes.class), path, file);
    } catch (IOException unreadable) {
      byPath.putIfAbsent(path, file); // reading it fails too, and says why
    }
    return read(byPath.getOrDefault(path, file));
  }

  /** One file may have many paths: links, and folders that are written in several ways. */
  private StoredFile identified(BasicFileAttributes attributes, Path path, StoredFile file)
      throws IOException {
    Object key = attributes.fileKey();
    StoredFile first = byIdentity.putIfAbsent(key == null ? path.toRealPath() : key, file);
    StoredFile kept = first == null ? file : first;
    byPath.putIfAbsent(path, kept);
    return kept;
  }

  private String packageOf(Path path) {
    Path folder = path.toAbsolutePath().normalize().getParent();
    return folder != null && folder.endsWith(COMMON_INTERFACES)
        ? CompileOptions.folder(CompileOptions.DEFAULT_PACKAGE)
        : packageFolder;
  }

  private static String shown(Path folder) {
    return folder.toString().isEmpty() ? "." : folder.toString();
  }
}
