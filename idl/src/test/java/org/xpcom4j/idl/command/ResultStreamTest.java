package org.xpcom4j.idl.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("xpidl: standard output that takes no more")
class ResultStreamTest {
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void aFullDiskIsAFailure() {
    assertEquals(1, help("No space left on device"));
    assertEquals(
        "xpidl: cannot write to standard output: No space left on device",
        err.toString(UTF_8).strip());
  }

  @Test
  void aReaderThatHasSeenEnoughIsNone() {
    assertEquals(0, help("Broken pipe"));
    assertEquals("", err.toString(UTF_8));
  }

  private int help(String reason) {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException(reason);
          }
        };
    return Xpidl.execute(full, err, () -> false, "--help");
  }
}
