package org.xpcom4j.idl.semantic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    void anInterfaceMaySpeakOfItself() {
      assertEquals("", Compiled.of(HEAD + "interface exI { exI next(); };").messages());
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
    void sayingTheSameAgainIsNoError() {
      assertEquals(
          "",
          Compiled.of(
                  "typedef long exA; typedef long exA; interface exI; native n(x); native n(x);"
                      + HEAD
                      + "interface exI {}; interface exI;")
              .messages());
    }

    @Test
    void anUnknownTypeComesWithNearNamesAndTheFileThatHasIt() {
      assertEquals(
          """
          c.idl:3:28: error: [xpidl.unknown-type] type "exIPeer" is not declared above
          interface exI { void go(in exIPeer peer); };
                                     ^
            near: exIPer
            hint: #include "exIPeer.idl\"""",
          Compiled.of(
                  "c.idl",
                  Map.of(
                      "exIPeer.idl",
                      "",
                      "c.idl",
                      "interface exIPer;\n"
                          + HEAD
                          + "interface exI { void go(in exIPeer peer); };"))
              .messages());
    }

    @Test
    void aTypeOfJavaComesWithItsNameInIdl() {
      assertEquals(
          """
          greeter.idl:1:9: error: [xpidl.unknown-type] type "int" is not declared above
          typedef int exA;
                  ^
            hint: long, which is int in Java""",
          Compiled.of("typedef int exA;").messages());
    }

    @Test
    void aNameThatIsTakenShowsWhereItWas() {
      assertEquals(
          """
          greeter.idl:2:15: error: [xpidl.duplicate] "exA" is declared twice
          typedef short exA;
                        ^
            previous: greeter.idl:1:1""",
          Compiled.of("typedef long exA;\ntypedef short exA;").messages());
    }

    @Test
    void aMissingIncludeSaysWhereItWasLookedFor() {
      assertEquals(
          """
          greeter.idl:1:1: error: [xpidl.include] included file "nsIFoo.idl" not found
          #include "nsIFoo.idl"
          ^
            from: looked in memory""",
          Compiled.of("#include \"nsIFoo.idl\"").messages());
    }

    @Test
    void filesThatIncludeEachOtherAreShownAsACycle() {
      assertEquals(
          """
          b.idl:1:1: warning: [xpidl.include-cycle] files include each other
          #include "a.idl"
          ^
            from: a.idl -> b.idl -> a.idl
            hint: a forward declaration (interface nsIName;) where only the name is needed""",
          Compiled.of("a.idl", Map.of("a.idl", "#include \"b.idl\"", "b.idl", "#include \"a.idl\""))
              .messages());
    }

    @Test
    void useOfADeclarationWithAnErrorIsNoErrorOfItsOwn() {
      assertEquals(
          """
          a.idl:1:11: error: [xpidl.uuid] interface exIBase has no uuid
          interface exIBase {};
                    ^
            expected: [scriptable, uuid(...)] with a new UUID, as uuidgen prints it""",
          Compiled.of(
                  "b.idl",
                  Map.of(
                      "a.idl",
                      "interface exIBase {};",
                      "b.idl",
                      "#include \"a.idl\"\n"
                          + HEAD
                          + "interface exI : exIBase { exIBase get(); };"))
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

    @ParameterizedTest(name = "{0}")
    @CsvSource(
        delimiter = '~',
        value = {
          "[scriptable] interface exI {}; ~ 1:24 [xpidl.uuid] interface exI has no uuid",
          "[uuid] interface exI {}; ~ 1:2 [xpidl.uuid] \"uuid\" needs a value",
          "[uuid(abc)] interface exI {}; ~ 1:7 [xpidl.uuid] \"uuid\" has a value of the wrong kind",
          "HEAD interface exI : exIBase {}; ~ 2:18 [xpidl.unknown-type] type \"exIBase\" is not"
              + " declared above",
          "interface exB; HEAD interface exI : exB {}; ~ 2:18 [xpidl.base] base \"exB\" is no"
              + " interface with a body",
          "[scriptabel, UUID] interface exI {}; ~ 1:2 [xpidl.attribute] an interface has no"
              + " attribute \"scriptabel\"",
          "[function(x), UUID] interface exI {}; ~ 1:11 [xpidl.attribute-value] \"function\" takes"
              + " no value",
          "[UUID, function] interface exI { void a(); void b(); }; ~ 1:87 [xpidl.function] function"
              + " interface exI has a second method",
          "[UUID, contractid(\"example.org/x\")] interface exI {}; ~ 1:57 [xpidl.contract-id]"
              + " \"example.org/x\" is no contract ID",
          "[UUID, UUID] interface exI {}; ~ 1:46: warning: [xpidl.duplicate] \"uuid\" is given twice",
          "HEAD interface long {}; ~ 2:12 [xpidl.built-in-name] \"long\" is the name of a built-in"
              + " type",
          "[ref, ptr] native n(x); ~ 1:7 [xpidl.native] \"ptr\" contradicts an attribute before it",
          "[nsid(x)] native n(x); ~ 1:7 [xpidl.attribute-value] \"nsid\" takes no value",
        })
    void firstLineOfTheMessage(String text, String message) {
      String uuid = "uuid(3f0c7d1e-6a5b-4c8d-9e2f-1a2b3c4d5e6f)";
      assertEquals(message, first(Compiled.of(text.replace("HEAD", HEAD).replace("UUID", uuid))));
    }

    @Test
    void scriptableOnABaseThatIsNotIsAWarning() {
      assertEquals(
          """
          greeter.idl:3:11: warning: [xpidl.scriptable] scriptable exI is derived from exB, which is not
          interface exI : exB {};
                    ^
            previous: greeter.idl:1:1""",
          Compiled.of(
                  "[uuid(3f0c7d1e-6a5b-4c8d-9e2f-1a2b3c4d5e6e)] interface exB {};\n"
                      + HEAD
                      + "interface exI : exB {};")
              .messages());
    }

    @Test
    void aVtableHas250EntriesAtMost() {
      String members =
          String.join(
              "\n", IntStream.range(0, 126).mapToObj(i -> "attribute long a" + i + ";").toList());
      assertEquals(
          "2:11 [xpidl.vtable] interface exI has 252 entries with those of its bases",
          first(Compiled.of(HEAD + "interface exI {" + members + "};")));
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

    @ParameterizedTest(name = "{0}")
    @CsvSource(
        delimiter = '~',
        value = {
          "const octet X = 1; ~ 4:7 [xpidl.constant] constant \"X\" cannot have type octet",
          "const short X = 32768; ~ 4:17 [xpidl.constant-range] value 32768 does not fit in short",
          "const unsigned long X = -1; ~ 4:25 [xpidl.constant-range] value -1 does not fit in"
              + " unsigned long",
          "const long X = Y; ~ 4:16 [xpidl.constant] \"Y\" is no constant of this interface or of"
              + " its bases",
          "const long X = Y; const long Y = X; ~ 4:12 [xpidl.constant] constant \"X\" is defined by"
              + " itself",
          "const long X = 1 << 1000000; ~ 4:16 [xpidl.constant] shift distance is negative or too"
              + " large",
          "const long X = 1 << 4000 << 4000; ~ 4:16 [xpidl.constant] value has more than 4096"
              + " bits",
        })
    void firstLineOfTheMessage(String member, String message) {
      assertEquals(message, first(Compiled.ofMembers(member)));
    }
  }

  @Nested
  class Methods {
    @Test
    void iidIsThatNamesNothingComesWithAHint() {
      assertEquals(
          """
          greeter.idl:6:42: error: [xpidl.iid-is] iid_is names "iid", which is not a parameter of greet
              void greet(in nsIIDRef aIID, [iid_is(iid), retval] out nsQIResult aResult);
                                                   ^
            hint: iid_is(aIID)""",
          Compiled.ofMembers(
                  "\n\n    void greet(in nsIIDRef aIID, [iid_is(iid), retval] out nsQIResult"
                      + " aResult);\n")
              .messages());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
        delimiter = '~',
        value = {
          "void m(in long n, [size_is(n)] in string s); ~ 4:28 [xpidl.size-is] size_is names \"n\","
              + " which is no unsigned long",
          "void m([array] in long a); ~ 4:24 [xpidl.array] array \"a\" has no length",
          "void m([retval] out long a, in long b); ~ 4:9 [xpidl.retval] retval is not on the last"
              + " parameter of m",
          "void m([retval] in long a); ~ 4:9 [xpidl.retval] retval is on an in parameter",
          "long m([retval] out long a); ~ 4:9 [xpidl.retval] m has a retval parameter and returns"
              + " long",
          "void m([shared] in string a); ~ 4:9 [xpidl.shared] shared value is no out pointer",
          "void m([octets] in AString a); ~ 4:9 [xpidl.octets] octets are not of type ACString",
          "void m(in void a); ~ 4:11 [xpidl.void] void cannot be the type of a parameter",
          "attribute void a; ~ 4:11 [xpidl.void] void cannot be the type of an attribute",
          "void m(in long a, in long a); ~ 4:27 [xpidl.duplicate] parameter \"a\" is declared twice",
          "void m(in long string); ~ 4:16 [xpidl.built-in-name] \"string\" is the name of a built-in"
              + " type",
          "void m(); attribute long m; ~ 4:26 [xpidl.duplicate] member \"m\" is declared twice",
          "[scriptable] void m(); ~ 4:2 [xpidl.attribute] a method has no attribute \"scriptable\"",
          "void m([iid_is] out nsQIResult r); ~ 4:9 [xpidl.attribute-value] \"iid_is\" needs a"
              + " value",
          "void m(in long i, [iid_is(i)] out nsQIResult r); ~ 4:27 [xpidl.iid-is] iid_is names"
              + " \"i\", which is no interface ID",
          "[Null(Never)] attribute DOMString a; ~ 4:7 [xpidl.attribute-value] \"Null\" has a value"
              + " of the wrong kind",
          "[Null(Empty)] readonly attribute DOMString a; ~ 4:2 [xpidl.attribute] \"Null\" says"
              + " nothing about this attribute",
          "[infallible] attribute long a; ~ 4:2 [xpidl.infallible] infallible attribute of an"
              + " interface that all implement",
        })
    void firstLineOfTheMessage(String member, String message) {
      assertEquals(message, first(Compiled.ofMembers(member)));
    }

    @Test
    void everyMistakeOfAFileIsReportedInOneRun() {
      assertEquals(
          3,
          Compiled.ofMembers("attribute exA a;\nvoid m(in exB b);\nconst long X = Y;\n")
                  .messages()
                  .split("error:", -1)
                  .length
              - 1);
    }
  }

  /** Line, column, tag and message of the first diagnostic. */
  private static String first(Compiled compiled) {
    return compiled
        .messages()
        .lines()
        .findFirst()
        .orElse("")
        .replace("greeter.idl:", "")
        .replace(": error:", "");
  }
}
