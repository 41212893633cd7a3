package org.xpcom4j.idl.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that a back end has made. */
final class OutputFile {
  private final String path;
  private final byte[] content;

  /**
   * Keeps the bytes; they must not change any more.
   *
   * @param path where, below the output folder
   */
  OutputFile(String path, byte[] content) {
    this.path = path;
    this.content = content;
  }

  static OutputFile text(String path, String content) {
    return new OutputFile(path, content.getBytes(StandardCharsets.UTF_8));
  }

  String path() {
    return path;
  }

  void write(Path folder) throws IOException {
    Path file = folder.resolve(path);
    Path parent = file.getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    Files.write(file, content);
  }
}
