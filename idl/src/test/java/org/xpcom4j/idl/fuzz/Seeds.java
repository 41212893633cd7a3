package org.xpcom4j.idl.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.xpcom4j.idl.testing.Compiled;
import org.xpcom4j.idl.testing.IdlFolders;
import org.xpcom4j.idl.typelib.TypelibBackEnd;

/** What fuzzing begins with, besides the finds in the resources: files of other tests and modules. */
final class Seeds {
  private static final List<String> STRANGE =
      List.of(
          "/org/xpcom4j/idl/format/strange.idl",
          "/org/xpcom4j/idl/header/exILaterYears.idl",
          "/org/xpcom4j/idl/header/exIRich.idl",
          "/org/xpcom4j/idl/java/exIEverything.idl",
          "/org/xpcom4j/idl/java/exIRare.idl",
          "/org/xpcom4j/idl/typelib/exITypes.idl");

  private Seeds() {}

  static Stream<byte[]> idl() {
    return STRANGE.stream().map(Seeds::resource);
  }

  static Stream<byte[]> typelibs() {
    return idl()
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
        .map(text -> Compiled.of("seed.idl", Map.of("seed.idl", text)))
        .filter(Compiled::isAccepted)
        .map(compiled -> TypelibBackEnd.write(compiled.file()));
  }

  /** One interface is enough: in a long file the fuzzer finds little. */
  static Stream<byte[]> freezeFiles() throws IOException {
    String all = Files.readString(IdlFolders.ofApi().resolve("frozen.txt"));
    int second = all.indexOf("\ninterface ", all.indexOf("\ninterface ") + 1);
    return Stream.of(all.substring(0, second).getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] resource(String name) {
    try (var in = Seeds.class.getResourceAsStream(name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
