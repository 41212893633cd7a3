package org.xpcom4j.contract.host.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Several PEM files as the one that the preference {@code security.ca-file} takes. */
final class AuthorityFile implements AutoCloseable {
  private static final byte[] NEW_LINE = {'\n'};

  private final @Nullable Path joined;

  private AuthorityFile(@Nullable Path joined) {
    this.joined = joined;
  }

  /** Joins the contents of files in a temporary one, which lives until this object is closed. */
  static AuthorityFile join(Stream<byte[]> contents) throws IOException {
    List<byte[]> files = contents.toList();
    if (files.isEmpty()) {
      return new AuthorityFile(null);
    }
    Path joined = Files.createTempFile("xpcom4j-authorities-", ".pem");
    for (byte[] file : files) {
      Files.write(joined, file, StandardOpenOption.APPEND);
      Files.write(joined, NEW_LINE, StandardOpenOption.APPEND);
    }
    return new AuthorityFile(joined);
  }

  /** The joined file; empty when there were none. */
  Optional<Path> path() {
    return Optional.ofNullable(joined);
  }

  @Override
  public void close() throws IOException {
    if (joined != null) {
      Files.deleteIfExists(joined);
    }
  }
}
