package org.xpcom4j.registry.manifest;

import static org.xpcom4j.result.Nsresult.NS_ERROR_FILE_NOT_FOUND;
import static org.xpcom4j.result.Nsresult.NS_ERROR_FILE_TOO_BIG;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Objects;
import org.xpcom4j.registry.contract.Excerpt;
import org.xpcom4j.result.XpcomException;

/**
 * A file that a manifest names, or a manifest itself, on disk or in a jar.
 *
 * @param path where it is
 * @param shown what people call it, with slashes
 */
public record ManifestFile(Path path, String shown) {

  /** Far more than anybody writes; keeps devices that never end from filling the memory. */
  private static final int MOST_BYTES = 4 << 20;

  /**
   * Finds what is named in this file.
   *
   * @param relative a path with slashes, relative to the folder of this file
   * @return the named file, which need not exist
   * @throws InvalidPathException if there can be no such file
   */
  public ManifestFile resolve(String relative) {
    Path folder =
        Objects.requireNonNull(path.toAbsolutePath().getParent(), "a file is in a folder");
    Path named = folder.getFileSystem().getPath(relative);
    if (named.isAbsolute() || relative.startsWith("/")) {
      throw new InvalidPathException(relative, "a path is relative to the manifest's folder");
    }
    String shownFolder = shown.substring(0, shown.lastIndexOf('/') + 1);
    return new ManifestFile(
        folder.resolve(named).normalize(), shownFolder + Excerpt.visible(relative));
  }

  /**
   * Reads the whole file.
   *
   * @return its bytes
   * @throws XpcomException {@code NS_ERROR_FILE_NOT_FOUND} if it cannot be read; {@code
   *     NS_ERROR_FILE_TOO_BIG} if it is no manifest by its size
   */
  public byte[] read() {
    if (!Files.isRegularFile(path)) {
      throw new XpcomException(
          NS_ERROR_FILE_NOT_FOUND,
          (Files.exists(path) ? shown + " is no file" : "there is no file " + shown));
    }
    try (InputStream in = Files.newInputStream(path)) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw new XpcomException(
            NS_ERROR_FILE_TOO_BIG, shown + " has more than " + MOST_BYTES + " bytes");
      }
      return bytes;
    } catch (IOException failure) {
      throw new XpcomException(
          NS_ERROR_FILE_NOT_FOUND, shown + " cannot be read: " + failure, failure);
    }
  }
}
