package org.xpcom4j.idl.processor;

import java.io.IOException;
import java.io.UncheckedIOException;

/** A file is there and cannot be read. */
final class IdlReadException extends UncheckedIOException {
  private static final long serialVersionUID = 1L;

  IdlReadException(IOException cause) {
    super(cause);
  }
}
