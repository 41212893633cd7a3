package org.xpcom4j.registry.loading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Copies of the jars of one plug-in: an open jar must not change, and on some systems cannot be
 * replaced.
 */
final class Copies implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Copies.class);

  private final Map<Path, Path> copies = new HashMap<>();
  private @Nullable Path folder;

  /** Copies a file, once. */
  Path of(Path original) throws IOException {
    Path known = copies.get(original);
    if (known != null) {
      return known;
    }
    if (folder == null) {
      folder = Files.createTempDirectory("xpcom4j-plugin");
    }
    String name = Objects.requireNonNull(original.getFileName(), "a file has a name").toString();
    Path copy = Files.createDirectory(folder.resolve("" + copies.size())).resolve(name);
    Files.copy(original, copy);
    copies.put(original, copy);
    return copy;
  }

  /** Deletes the copies; what cannot be deleted stays for the system to clean up. */
  @Override
  public void close() {
    Path all = folder;
    if (all == null) {
      return;
    }
    folder = null;
    copies.clear();
    try {
      for (Path each : contents(all)) {
        Files.deleteIfExists(each);
      }
    } catch (IOException failure) {
      LOG.warn("The copies of a removed plug-in stay in {}", all, failure);
    }
  }

  /** The deepest first. */
  private static List<Path> contents(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      var deepestFirst = new ArrayList<>(files.toList());
      deepestFirst.sort(Comparator.reverseOrder());
      return deepestFirst;
    }
  }
}
