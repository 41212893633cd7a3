package org.xpcom4j.idl.header;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.xpcom4j.idl.diagnostic.DiagnosticFormat;
import org.xpcom4j.idl.diagnostic.Diagnostics;
import org.xpcom4j.idl.model.IdlFile;
import org.xpcom4j.idl.semantic.FrontEnd;
import org.xpcom4j.idl.testing.Compiled;
import org.xpcom4j.idl.testing.IdlFolders;

/** Makes headers for tests. */
final class Headers {
  private Headers() {}

  /** The header of a file, about which there must be nothing to say. */
  static String of(IdlFolders folders, String name) {
    Diagnostics diagnostics = new Diagnostics();
    IdlFile file = new FrontEnd(folders, diagnostics).compile(folders.get(name));
    String header = new HeaderBackEnd(diagnostics).generate(file);
    assertEquals("", messages(diagnostics), name);
    return header;
  }

  /** The header of {@code greeter.idl} with some declarations. */
  static String of(String declarations) {
    Diagnostics diagnostics = new Diagnostics();
    String header = new HeaderBackEnd(diagnostics).generate(compiled(declarations).file());
    assertEquals("", messages(diagnostics));
    return header;
  }

  /** The declarations of the C++ methods of some members, one a line. */
  static String methods(String members) {
    return CppMethods.of(Compiled.ofMembers(members).definition().members()).stream()
        .map(method -> method.declaration(CppMethod.Place.VIRTUAL))
        .collect(Collectors.joining("\n"));
  }

  /** What the back end has to say about some members. */
  static String complaints(String members) {
    Diagnostics diagnostics = new Diagnostics();
    new HeaderBackEnd(diagnostics).generate(Compiled.ofMembers(members).file());
    return messages(diagnostics);
  }

  static Path resource(String name) {
    try {
      return Path.of(Headers.class.getResource(name).toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  static String text(String name) throws IOException {
    try (InputStream in = Headers.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static Compiled compiled(String declarations) {
    Compiled compiled =
        Compiled.of(
            "greeter.idl", Map.of("greeter.idl", "#include \"nsISupports.idl\"\n" + declarations));
    assertEquals(List.of(), compiled.messages().lines().toList());
    return compiled;
  }

  private static String messages(Diagnostics diagnostics) {
    return diagnostics.all().stream()
        .map(DiagnosticFormat::format)
        .collect(Collectors.joining("\n\n"));
  }
}
