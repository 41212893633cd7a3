package org.xpcom4j.registry.pref;

import static org.xpcom4j.result.Nsresult.NS_ERROR_FILE_ACCESS_DENIED;
import static org.xpcom4j.result.Nsresult.NS_ERROR_FILE_TOO_BIG;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xpcom4j.result.XpcomException;

/**
 * A preference file on disk. Saving writes another file beside it and puts that in its place: whoever looks,
 * also after the process was killed or the power failed, finds the old or the new file, whole.
 *
 * @param path as it was named; links are followed when it is saved
 */
record PrefFile(Path path) {

  private static final Logger LOG = LoggerFactory.getLogger(Preferences.class);

  private static final String SPARE_ENDING = ".new";
  private static final Duration SURELY_ABANDONED = Duration.ofHours(1);
  private static final Set<PosixFilePermission> OWNER_ONLY =
      Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  /** Reads it. */
  byte[] read() {
    try {
      if (Files.size(path) > Integer.MAX_VALUE - 8) {
        throw new XpcomException(NS_ERROR_FILE_TOO_BIG, path + " is no preference file: too large");
      }
      return Files.readAllBytes(path);
    } catch (IOException failure) {
      throw PrefFileFailure.of("read", path, failure);
    }
  }

  /** Keeps a copy as {@code InvalidNAME}, in place of an earlier one; tells its path. */
  Path keepDamaged() {
    Path copy = path.resolveSibling("Invalid" + path.getFileName());
    try {
      Files.copy(path, copy, StandardCopyOption.REPLACE_EXISTING);
      return copy;
    } catch (IOException failure) {
      throw PrefFileFailure.of("copied to " + copy, path, failure);
    }
  }

  /** Puts this in place of what was there. If it throws, what was there still is. */
  void save(byte[] text) {
    try {
      save(target(), text);
    } catch (IOException failure) {
      throw PrefFileFailure.of("saved", path, failure);
    }
  }

  private Path target() throws IOException {
    Path target = path.toAbsolutePath();
    return Files.exists(target) ? target.toRealPath() : target;
  }

  private void save(Path target, byte[] text) throws IOException {
    if (Files.exists(target) && !Files.isWritable(target)) {
      throw new XpcomException(
          NS_ERROR_FILE_ACCESS_DENIED, "preferences cannot be saved: " + path + " is not writable");
    }
    Path folder = target.resolveSibling("");
    removeAbandoned(folder, target);
    Path spare = Files.createTempFile(folder, spareStart(target), SPARE_ENDING);
    try {
      setPermissions(spare, permissionsOf(target));
      writeDurably(spare, text);
      Files.move(
          spare, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException | RuntimeException | Error failure) {
      Files.deleteIfExists(spare);
      throw failure;
    }
    makeDurable(folder);
  }

  private static String spareStart(Path target) {
    return target.getFileName() + ".";
  }

  private static void writeDurably(Path file, byte[] text) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      for (ByteBuffer left = ByteBuffer.wrap(text); left.hasRemaining(); ) {
        int unused = channel.write(left);
      }
      channel.force(true);
    }
  }

  /** A new name in a folder lasts once the folder is written; only POSIX systems open folders. */
  private static void makeDurable(Path folder) throws IOException {
    if (isPosix(folder)) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  private static boolean isPosix(Path path) {
    return Files.getFileAttributeView(path, PosixFileAttributeView.class) != null;
  }

  private static @Nullable Set<PosixFilePermission> permissionsOf(Path target) throws IOException {
    if (!isPosix(target)) {
      return null;
    }
    return Files.exists(target) ? Files.getPosixFilePermissions(target) : OWNER_ONLY;
  }

  private static void setPermissions(Path spare, @Nullable Set<PosixFilePermission> permissions)
      throws IOException {
    if (permissions != null) {
      Files.setPosixFilePermissions(spare, permissions);
    }
  }

  /** Removes what saving left behind when it was killed. Another process may be saving just now. */
  private static void removeAbandoned(Path folder, Path target) throws IOException {
    FileTime old = FileTime.from(Instant.now().minus(SURELY_ABANDONED));
    try (DirectoryStream<Path> spares =
        Files.newDirectoryStream(folder, path -> isSpareOf(target, path))) {
      for (Path spare : spares) {
        if (Files.getLastModifiedTime(spare).compareTo(old) < 0 && Files.deleteIfExists(spare)) {
          LOG.info("removed {}, which was left when preferences were not saved to the end", spare);
        }
      }
    }
  }

  private static boolean isSpareOf(Path target, Path path) {
    String name = path.getFileName().toString();
    String start = spareStart(target);
    return name.startsWith(start)
        && name.endsWith(SPARE_ENDING)
        && name.length() > start.length() + SPARE_ENDING.length()
        && name.chars()
            .skip(start.length())
            .limit(name.length() - start.length() - SPARE_ENDING.length())
            .allMatch(Character::isDigit);
  }
}
