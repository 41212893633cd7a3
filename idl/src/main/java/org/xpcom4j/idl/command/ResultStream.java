package org.xpcom4j.idl.command;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Standard output: remembers what a {@link java.io.PrintWriter} forgets, why writing failed. */
final class ResultStream extends OutputStream {
  private final OutputStream out;
  private @Nullable IOException failure;

  ResultStream(OutputStream out) {
    this.out = out;
  }

  /** Why not all could be written; empty also if the reader had enough and closed a pipe. */
  Optional<String> failure() {
    if (failure == null) {
      return Optional.empty();
    }
    return Optional.of(failure)
        .map(FileBytes::reason)
        .filter(reason -> !reason.contains("Broken pipe"));
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int count) throws IOException {
    try {
      out.write(bytes, from, count);
    } catch (IOException e) {
      failure = e;
      throw e;
    }
  }

  @Override
  public void flush() throws IOException {
    try {
      out.flush();
    } catch (IOException e) {
      failure = e;
      throw e;
    }
  }
}
