package org.xpcom4j.idl.java;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
    assertEquals(
        resource("exIEverything.java.txt"),
        generated("exIEverything.idl", resource("exIEverything.idl")));
  }

  @Test
  void rareNamesShapesAndComments() throws IOException {
    assertEquals(resource("exIRare.java.txt"), generated("exIRare.idl", resource("exIRare.idl")));
  }

  @Test
  void overloadsThatWouldMeanDifferentThingsAreBothLeftOut() {
    assertEquals(
        List.of(
            "void send(byte[] data, long length, long flags);", "default void send(byte[] data) {"),
        methods(
            """
            void send([array, size_is(length)] in octet data, in unsigned long length,
                      [optional] in unsigned long flags);
            """));
  }

  @Test
  void anOverloadGivesWayToAMethodOfTheSameTypes() {
    assertEquals(
        List.of("void send(String text, long flags);", "void send(String text);"),
        methods(
            """
            void send(in string text, [optional] in unsigned long flags);
            void Send(in string text);
            """));
  }

  @Test
  void membersForNativeCodeAreLeftOut() {
    assertEquals(
        List.of("int getSeen();"),
        methods(
            """
            readonly attribute long seen;
            [noscript] attribute long hidden;
            [noscript] void hide();
            [notxpcom] long count();
            void plain(in voidPtr aPointer);
            """));
  }

  @Test
  void anInterfaceThatIsDeprecatedElsewhereIsMentionedWithoutAWarning() {
    InterfaceLocator locator =
        new InterfaceLocator() {
          @Override
          public Optional<String> folderOf(String name) {
            return Optional.of("org/other");
          }

          @Override
          public boolean isDeprecated(String name) {
            return name.equals("exIOld");
          }
        };
    Compiled compiled =
        Compiled.of(
            "interface exIOld; [uuid(00000000-0000-0000-0000-000000000001)]"
                + " interface exIUser { void use(in exIOld old); };");
    String source = new JavaBackEnd(locator, false).generate(compiled.file()).get(0).source();
    assertTrue(source.contains("@SuppressWarnings(\"deprecation\")"), source);
  }

  @Test
  void theSameFileGivesTheSameText() throws IOException {
    String idl = resource("exIEverything.idl");
    assertEquals(generated("exIEverything.idl", idl), generated("exIEverything.idl", idl));
  }

  @Test
  void lineEndsOfAnotherSystemMakeNoDifference() throws IOException {
    String idl = resource("exIEverything.idl");
    assertEquals(
        generated("exIEverything.idl", idl),
        generated("exIEverything.idl", idl.replace("\n", "\r\n")));
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

  /** The first lines of the methods of an interface with such members. */
  private static List<String> methods(String members) {
    Compiled compiled = Compiled.ofMembers(members);
    assertEquals("", compiled.errors());
    String source = new JavaBackEnd(LOCATOR, false).generate(compiled.file()).get(0).source();
    return source
        .lines()
        .map(String::strip)
        .filter(line -> line.endsWith(");") || line.endsWith(") {"))
        .filter(line -> !line.contains("@") && line.matches("[A-Za-z\\[\\]]+ .*"))
        .filter(line -> !line.startsWith("return"))
        .toList();
  }

  private static String generated(String name, String idl) {
    Compiled compiled = Compiled.of(name, Map.of(name, idl));
    assertEquals("", compiled.errors());
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
