package org.xpcom4j.idl.command;

import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;

/** Reads and replaces files, and says in words why that failed. */
final class FileBytes {
  /** What a pipe or a device may give; some give bytes for ever. */
  private static final int MOST_OF_DEVICE = 64 << 20;

  private FileBytes() {}

  static byte[] read(Path file) throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
    if (attributes.isRegularFile()) {
      return readFile(file);
    }
    if (attributes.isDirectory()) {
      throw new IOException("this is a folder");
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MOST_OF_DEVICE + 1);
      if (bytes.length > MOST_OF_DEVICE) {
        throw new IOException("this is no file, and gives more than 64 MiB");
      }
      return bytes;
    }
  }

  /** A plain stream needs fewer classes than a channel, which says better why it failed. */
  private static byte[] readFile(Path file) throws IOException {
    try (InputStream in = new FileInputStream(file.toString())) {
      return in.readAllBytes();
    } catch (FileNotFoundException unclear) {
      return Files.readAllBytes(file);
    }
  }

  /**
   * Gives a file other content, all of it or, on a full disk, nothing: it may be the only copy. Links
   * to it and its permissions stay.
   */
  static void replace(Path file, byte[] content) throws IOException {
    Path real = file.toRealPath();
    Path beside = real.resolveSibling(real.getFileName() + ".new");
    try {
      Files.copy(real, beside, StandardCopyOption.COPY_ATTRIBUTES);
      Files.write(beside, content);
      Files.move(beside, real, StandardCopyOption.REPLACE_EXISTING);
    } catch (FileAlreadyExistsException foreign) {
      throw new IOException(beside + " is in the way", foreign);
    } catch (IOException failure) {
      Files.deleteIfExists(beside);
      throw failure;
    }
  }

  /** The same where the file is named already. */
  static String reason(String file, IOException failure) {
    String reason = reason(failure);
    String named = file + ": ";
    return reason.startsWith(named) ? reason.substring(named.length()) : reason;
  }

  /** Why it failed, without the names of Java's classes. */
  static String reason(IOException failure) {
    if (failure instanceof NoSuchFileException absent) {
      return absent.getFile() + ": there is no such file or folder";
    }
    if (failure instanceof AccessDeniedException denied) {
      return denied.getFile() + ": permission denied";
    }
    if (failure instanceof FileAlreadyExistsException file) {
      return file.getFile() + ": this is there already, and is no folder";
    }
    if (failure instanceof FileSystemException other && other.getReason() != null) {
      return other.getFile() + ": " + other.getReason();
    }
    return String.valueOf(failure.getMessage());
  }
}
