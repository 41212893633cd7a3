package org.xpcom4j.idl.semantic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xpcom4j.idl.model.BuiltinType;
import org.xpcom4j.idl.model.InterfaceDefinition;
import org.xpcom4j.idl.model.InterfaceType;
import org.xpcom4j.idl.model.Member;
import org.xpcom4j.idl.testing.Compiled;

@DisplayName("FrontEnd: the rules of the language")
class FrontEndTest {
  private static final String HEAD = "[scriptable, uuid(3f0c7d1e-6a5b-4c8d-9e2f-1a2b3c4d5e6f)]\n";

  @Nested
  class Names {
    @Test
    void typedefsLeadToTheTypeBehindThem() {
      var attribute =
          (Member.Attribute)
              Compiled.of(
                      "typedef long a; typedef a b;" + HEAD + "interface exI { attribute b x; };")
                  .definition()
                  .members()
                  .get(0);
      assertEquals("b", attribute.type().idlName());
      assertEquals(BuiltinType.LONG, attribute.type().underlying());
    }

    @Test
    void aForwardDeclaredInterfaceIsATypeWithoutAFile() {
      var attribute =
          (Member.Attribute)
              Compiled.of("interface exIB;" + HEAD + "interface exI { attribute exIB b; };")
                  .definition()
                  .members()
                  .get(0);
      assertEquals(new InterfaceType("exIB", Optional.empty()), attribute.type());
    }

    @Test
    void includedNamesAreKnownAlsoThroughAnotherInclude() {
      assertEquals(
          "",
          Compiled.of(
                  "c.idl",
                  Map.of(
                      "a.idl", "typedef long exA;",
                      "b.idl", "#include \"a.idl\"\n",
                      "c.idl",
                          "#include \"b.idl\"\n#include \"a.idl\"\n"
                              + HEAD
                              + "interface exI { attribute exA a; };"))
              .messages());
    }

    @Test
    @Timeout(300)
    void manyFilesThatIncludeTheSameTakeNoLonger() {
      Map<String, String> files = new HashMap<>(Map.of("f0.idl", "", "f1.idl", ""));
      for (int i = 2; i < 60; i++) {
        files.put(
            "f" + i + ".idl",
            "#include \"f" + (i - 1) + ".idl\"\n#include \"f" + (i - 2) + ".idl\"\n");
      }
      assertEquals("", Compiled.of("f59.idl", files).messages());
    }

    @Test
    void errorsOfAnIncludedFileAreReportedOnce() {
      assertEquals(
          1,
          Compiled.of(
                      "c.idl",
                      Map.of(
                          "a.idl", "typedef nothing exA;",
                          "b.idl", "#include \"a.idl\"",
                          "c.idl", "#include \"a.idl\"\n#include \"b.idl\""))
                  .messages()
                  .split("error:", -1)
                  .length
              - 1);
    }
  }

  @Nested
  class Interfaces {
    @Test
    void headAndBaseBecomePartOfTheModel() {
      InterfaceDefinition definition =
          Compiled.of(
                  "#include \"nsISupports.idl\"\n"
                      + "[function, scriptable, uuid(3F0C7D1E-6A5B-4C8D-9E2F-1A2B3C4D5E6F),"
                      + " contractid(\"@example.org/greeter;1?lang=en\")]\n"
                      + "interface exI : nsISupports {};")
              .definition();
      assertEquals("3f0c7d1e-6a5b-4c8d-9e2f-1a2b3c4d5e6f", definition.iid().toString());
      assertEquals("nsISupports", definition.base().orElseThrow().name());
      assertEquals(List.of("@example.org/greeter;1?lang=en"), definition.contractIds());
      assertEquals(true, definition.has(InterfaceDefinition.Flag.FUNCTION));
    }

    @Test
    void aVtableHas250EntriesAtMostWithThoseOfItsBases() {
      String base =
          "[uuid(00000000-0000-0000-0000-000000000001)] interface exA {"
              + repeat(100, "void a%d();")
              + repeat(50, "readonly attribute long b%d;")
              + "};\n";
      String derived =
          HEAD + "interface exI : exA { const long C = 1;" + repeat(50, "attribute long d%d;");
      assertEquals("", Compiled.of(base + derived.replace("scriptable, ", "") + "};").messages());
      assertEquals(
          """
          error: [xpidl.vtable] interface exI has 251 entries with those of its bases
          ^
            expected: 250 at most, unless it is a builtinclass""",
          Compiled.of(base + derived.replace("scriptable, ", "") + "void e(); };")
              .messages()
              .replaceAll("(?s)^greeter.idl:3:11: |interface exI :[^\\n]*\\n *", ""));
      assertEquals(
          "",
          Compiled.of(base + derived.replace("scriptable", "builtinclass") + "void e(); };")
              .messages());
    }

    private static String repeat(int count, String member) {
      return IntStream.range(0, count)
          .mapToObj(i -> member.formatted(i))
          .collect(Collectors.joining());
    }
  }

  @Nested
  class Constants {
    @ParameterizedTest(name = "{0}")
    @CsvSource({
      "1 | 2 << 3 + 4 * 5, 16777217",
      "-0x10 >> 2, -4",
      "a -1, 9",
      "LATER + a, 17",
    })
    void areComputed(String expression, BigInteger value) {
      List<Member.Constant> constants =
          Compiled.ofMembers(
                  "const long x = " + expression + "; const long a = 10; const long LATER = 7;")
              .definition()
              .constants();
      assertEquals(value, constants.get(0).value());
    }

    @Test
    void mayComeFromABaseOfTheBase() {
      Compiled compiled =
          Compiled.of(
              "[uuid(00000000-0000-0000-0000-000000000001)] interface exA { const long ONE = 1; };\n"
                  + "[uuid(00000000-0000-0000-0000-000000000002)] interface exB : exA {};\n"
                  + "[uuid(00000000-0000-0000-0000-000000000003)] interface exC : exB"
                  + " { const long TWO = ONE + ONE; };");
      assertEquals("", compiled.messages());
      assertEquals(BigInteger.TWO, compiled.file().interfaces().get(2).constants().get(0).value());
    }
  }
}
