package org.xpcom4j.idl.java;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.xpcom4j.idl.testing.Compiled;

@DisplayName("JavaBackEnd: the Java of an IDL file")
class JavaBackEndTest {
  /** Tells of one interface in another package; the others are nowhere. */
  private static final InterfaceLocator LOCATOR =
      name -> name.equals("exIElsewhere") ? Optional.of("org/other") : Optional.empty();

  @Test
  void everyKindOfMember() throws IOException {
    assertEquals(resource("exIEverything.java.txt"), generated(resource("exIEverything.idl")));
  }

  @Test
  void theSameFileGivesTheSameText() throws IOException {
    String idl = resource("exIEverything.idl");
    assertEquals(generated(idl), generated(idl));
  }

  @Test
  void lineEndsOfAnotherSystemMakeNoDifference() throws IOException {
    String idl = resource("exIEverything.idl");
    assertEquals(generated(idl), generated(idl.replace("\n", "\r\n")));
  }

  @Test
  void anInterfaceThatIsCalledLikeAKeywordGetsAnUnderscore() {
    Compiled compiled =
        Compiled.of(
            "[uuid(00000000-0000-0000-0000-000000000001)] interface class { class next(); };");
    GeneratedType type = new JavaBackEnd(LOCATOR, false).generate(compiled.file()).get(0);
    assertEquals("org.example.class_", type.qualifiedName());
    assertTrue(type.source().contains("class_ next();"), type.source());
  }

  private static String generated(String idl) {
    Compiled compiled = Compiled.of("exIEverything.idl", Map.of("exIEverything.idl", idl));
    assertEquals("", compiled.messages());
    return new JavaBackEnd(LOCATOR, true)
        .generate(compiled.file()).stream()
            .map(GeneratedType::source)
            .collect(Collectors.joining("\n"));
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = JavaBackEndTest.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
