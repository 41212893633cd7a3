package org.xpcom4j.registry.loading;

import static org.xpcom4j.result.Nsresult.NS_ERROR_FILE_CORRUPTED;
import static org.xpcom4j.result.Nsresult.NS_ERROR_FILE_NOT_FOUND;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ProviderNotFoundException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.xpcom4j.registry.manifest.ManifestFile;
import org.xpcom4j.result.XpcomException;

/** What is at the place of a plug-in: a jar, a folder, or a manifest. */
final class PluginFiles implements AutoCloseable {

  /** The manifest that is looked for in folders and jars. */
  static final String MANIFEST = "chrome.manifest";

  private final Path place;
  private final String name;
  private final Copies copies;
  private final @Nullable Path jar; // our copy, if the place is a jar
  private final @Nullable FileSystem archive; // what is in it

  private PluginFiles(Path place, Copies copies, @Nullable Path jar, @Nullable FileSystem archive) {
    this.place = place;
    this.name = nameOf(place);
    this.copies = copies;
    this.jar = jar;
    this.archive = archive;
  }

  /** What people call a plug-in. */
  static String nameOf(Path place) {
    return Objects.requireNonNullElse(place.getFileName(), place).toString();
  }

  static boolean isJar(Path file) {
    String lower = file.toString().toLowerCase(Locale.ROOT);
    return lower.endsWith(".jar") || lower.endsWith(".xpi") || lower.endsWith(".zip");
  }

  static PluginFiles open(Path place, Copies copies) {
    if (!Files.exists(place)) {
      throw new XpcomException(NS_ERROR_FILE_NOT_FOUND, "there is no plug-in " + place);
    }
    if (Files.isDirectory(place) || !isJar(place)) {
      return new PluginFiles(place, copies, null, null);
    }
    Path jar = copy(place, nameOf(place), copies);
    PluginLoader.moduleIn(jar); // refuses what is damaged
    try {
      return new PluginFiles(place, copies, jar, FileSystems.newFileSystem(jar));
    } catch (IOException | ProviderNotFoundException unreadable) {
      throw new XpcomException(
          NS_ERROR_FILE_CORRUPTED, place + " cannot be read: " + unreadable, unreadable);
    }
  }

  String name() {
    return name;
  }

  /** The copy of the plug-in's own jar, if it is one. */
  Optional<Path> jar() {
    return Optional.ofNullable(jar);
  }

  /** The manifest; a jar need not have one. */
  Optional<ManifestFile> manifest() {
    if (archive != null) {
      Path inside = archive.getPath("/" + MANIFEST);
      return Files.exists(inside)
          ? Optional.of(new ManifestFile(inside, name + "!/" + MANIFEST))
          : Optional.empty();
    }
    if (!Files.isDirectory(place)) {
      return Optional.of(new ManifestFile(place, name));
    }
    Path inside = place.resolve(MANIFEST);
    if (!Files.exists(inside)) {
      throw new XpcomException(
          NS_ERROR_FILE_NOT_FOUND,
          "folder "
              + place
              + " has no "
              + MANIFEST
              + "\n  hint: addAll adds each plug-in that is in a folder");
    }
    return Optional.of(new ManifestFile(inside, name + "/" + MANIFEST));
  }

  /**
   * Finds the jar or folder of classes that a line names.
   *
   * @param className a class that must be in it; empty for any
   * @throws XpcomException if it is not there, or damaged
   */
  Path library(ManifestFile named, String className) {
    Path library = library(named);
    PluginLoader.moduleIn(library);
    if (!className.isEmpty() && !contains(library, className.replace('.', '/') + ".class")) {
      throw new XpcomException(
          NS_ERROR_FILE_NOT_FOUND, named.shown() + " has no class " + className);
    }
    return library;
  }

  private Path library(ManifestFile named) {
    if (Files.isRegularFile(named.path())) {
      return copy(named.path(), named.shown(), copies);
    }
    if (!Files.isDirectory(named.path())) {
      throw new XpcomException(NS_ERROR_FILE_NOT_FOUND, "there is no " + named.shown());
    }
    if (archive == null) {
      return named.path();
    }
    if (jar != null && named.path().getNameCount() == 0) {
      return jar;
    }
    throw new XpcomException(
        NS_ERROR_FILE_NOT_FOUND, named.shown() + " is a folder in a jar, expected a jar");
  }

  private static boolean contains(Path library, String entry) {
    if (Files.isDirectory(library)) {
      return Files.isRegularFile(library.resolve(entry));
    }
    try (var zip = new ZipFile(library.toFile())) {
      return zip.getEntry(entry) != null;
    } catch (IOException unreadable) {
      throw new XpcomException(
          NS_ERROR_FILE_CORRUPTED, library.getFileName() + ": " + unreadable, unreadable);
    }
  }

  private static Path copy(Path file, String shown, Copies copies) {
    try {
      return copies.of(file);
    } catch (IOException failure) {
      throw new XpcomException(
          NS_ERROR_FILE_NOT_FOUND, shown + " cannot be copied: " + failure, failure);
    }
  }

  /** The copies stay. */
  @Override
  public void close() {
    try {
      if (archive != null) {
        archive.close();
      }
    } catch (IOException failure) {
      throw new XpcomException(
          NS_ERROR_FILE_CORRUPTED, name + " cannot be closed: " + failure, failure);
    }
  }
}
