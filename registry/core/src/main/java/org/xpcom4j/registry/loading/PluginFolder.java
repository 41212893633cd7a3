package org.xpcom4j.registry.loading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Finds the plug-ins in a folder. */
final class PluginFolder {

  private PluginFolder() {}

  /** Jars and folders with a manifest, by their names; or the place itself if it is a plug-in. */
  static List<Path> find(Path place) throws IOException {
    if (!Files.isDirectory(place) || hasManifest(place)) {
      return List.of(place);
    }
    try (Stream<Path> files = Files.list(place)) {
      return files
          .filter(each -> Files.isDirectory(each) ? hasManifest(each) : PluginFiles.isJar(each))
          .sorted()
          .toList();
    }
  }

  private static boolean hasManifest(Path folder) {
    return Files.exists(folder.resolve(PluginFiles.MANIFEST));
  }
}
