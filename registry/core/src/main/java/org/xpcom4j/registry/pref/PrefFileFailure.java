package org.xpcom4j.registry.pref;

import static org.xpcom4j.result.Nsresult.NS_ERROR_FAILURE;
import static org.xpcom4j.result.Nsresult.NS_ERROR_FILE_ACCESS_DENIED;
import static org.xpcom4j.result.Nsresult.NS_ERROR_FILE_IS_DIRECTORY;
import static org.xpcom4j.result.Nsresult.NS_ERROR_FILE_NOT_FOUND;
import static org.xpcom4j.result.Nsresult.NS_ERROR_FILE_NO_DEVICE_SPACE;
import static org.xpcom4j.result.Nsresult.NS_ERROR_FILE_READ_ONLY;
import static org.xpcom4j.result.Nsresult.NS_ERROR_FILE_TOO_BIG;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import org.xpcom4j.result.XpcomException;

/** Turns what the system says of a file into a result code. */
final class PrefFileFailure {

  /** The system's words, which Java hands on as text only. */
  private static final Map<String, Long> BY_WORDS =
      Map.of(
          "No space left on device", NS_ERROR_FILE_NO_DEVICE_SPACE,
          "Disk quota exceeded", NS_ERROR_FILE_NO_DEVICE_SPACE,
          "Read-only file system", NS_ERROR_FILE_READ_ONLY,
          "File too large", NS_ERROR_FILE_TOO_BIG,
          "Is a directory", NS_ERROR_FILE_IS_DIRECTORY);

  private PrefFileFailure() {}

  /**
   * Makes the exception.
   *
   * @param done what was to be done with the file, as in "saved"
   */
  static XpcomException of(String done, Path path, IOException failure) {
    return new XpcomException(
        resultOf(path, failure),
        "preference file " + path + " could not be " + done + ": " + failure,
        failure);
  }

  private static long resultOf(Path path, IOException failure) {
    if (failure instanceof AccessDeniedException) {
      return NS_ERROR_FILE_ACCESS_DENIED;
    }
    if (failure instanceof NoSuchFileException) {
      return NS_ERROR_FILE_NOT_FOUND;
    }
    if (Files.isDirectory(path)) {
      return NS_ERROR_FILE_IS_DIRECTORY;
    }
    String words = String.valueOf(failure.getMessage());
    return BY_WORDS.entrySet().stream()
        .filter(known -> words.contains(known.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(NS_ERROR_FAILURE);
  }
}
