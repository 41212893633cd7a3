package org.xpcom4j.idl.typelib;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.xpcom4j.idl.testing.Compiled;

/** The files beside these tests. */
final class Samples {
  private Samples() {}

  static String text(String name) throws IOException {
    try (InputStream in = Samples.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** The typelib of the IDL that has every type and flag. */
  static byte[] types() throws IOException {
    Compiled compiled = Compiled.of("exITypes.idl", Map.of("exITypes.idl", text("exITypes.idl")));
    return TypelibBackEnd.write(compiled.file());
  }
}
