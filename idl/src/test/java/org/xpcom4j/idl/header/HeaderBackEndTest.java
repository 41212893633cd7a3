package org.xpcom4j.idl.header;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xpcom4j.idl.testing.IdlFolders;

@DisplayName("HeaderBackEnd: the C++ header of an IDL file")
class HeaderBackEndTest {
  private static final String UUID = "[uuid(3f0c7d1e-6a5b-4c8d-9e2f-1a2b3c4d5e6f)] ";

  private static IdlFolders folders() {
    return new IdlFolders(Headers.resource("exIRich.idl").getParent(), IdlFolders.ofApi());
  }

  @ParameterizedTest
  @ValueSource(strings = {"exIRich", "exILaterYears"})
  void everyKindOfTypeAndMember(String name) throws IOException {
    assertEquals(Headers.text(name + ".h.txt"), Headers.of(folders(), name + ".idl"));
  }

  @Test
  void theSameFileGivesTheSameText() {
    assertEquals(Headers.of(folders(), "exIRich.idl"), Headers.of(folders(), "exIRich.idl"));
  }

  @Nested
  @DisplayName("around the interfaces")
  class Frame {
    @Test
    void guardHoldsTheNameOfTheFile() {
      String header = Headers.of("");
      assertTrue(header.contains("#ifndef __gen_greeter_h__\n#define __gen_greeter_h__\n"), header);
      assertTrue(header.endsWith("\n#endif /* __gen_greeter_h__ */\n"), header);
    }

    @Test
    void guardIsAnIdentifierWhateverTheFileIsCalled() {
      assertEquals("__gen_my_file_2_h__", CppNames.guard("my-file.2"));
    }

    @Test
    void includedFileIsAnIncludedHeaderUnderItsGuard() {
      String header = Headers.of("");
      assertTrue(
          header.contains("\n#ifndef __gen_nsISupports_h__\n#include \"nsISupports.h\"\n#endif\n"),
          header);
    }

    @Test
    void rawBlocksStayAsTheyAreWhereTheyAre() {
      String header =
          Headers.of("interface a;\n%{C++\n  #define X \"\\\\*\" \n\n%}\ninterface b;\n");
      assertTrue(
          header.contains(
              """
              class a; /* forward declaration */

                #define X "\\\\*"\s

              class b; /* forward declaration */
              """),
          header);
    }

    @Test
    void rawBlockOfAnotherLanguageIsNotThere() {
      assertFalse(Headers.of("interface a;\n").contains("%{"));
    }

    @Test
    void scriptValuesNeedTheirHeader() {
      String attribute = UUID + "interface a { [noscript] readonly attribute %s b; };\n";
      assertTrue(Headers.of(attribute.formatted("jsval")).contains("#include \"js/Value.h\"\n"));
      assertFalse(Headers.of(attribute.formatted("long")).contains("js/Value.h"));
    }
  }

  @Nested
  @DisplayName("of an interface")
  class Interfaces {
    @Test
    void nameThatBeginsWithNsGetsAnUnderscoreBehindThat() {
      assertEquals("NS_IFOO_IID", CppNames.iidMacro("nsIFoo"));
      assertEquals("MOZIFOO_IID", CppNames.iidMacro("mozIFoo"));
    }

    @Test
    void idIsTextAndNumbers() {
      String header = Headers.of(UUID + "interface nsIFoo {};");
      assertTrue(
          header.contains(
              """
              #define NS_IFOO_IID_STR "3f0c7d1e-6a5b-4c8d-9e2f-1a2b3c4d5e6f"

              #define NS_IFOO_IID \\
                {0x3f0c7d1e, 0x6a5b, 0x4c8d, \\
                  { 0x9e, 0x2f, 0x1a, 0x2b, 0x3c, 0x4d, 0x5e, 0x6f }}
              """),
          header);
    }

    @Test
    void classHasNoVtableUnlessItHoldsARawBlock() {
      assertTrue(Headers.of(UUID + "interface a {};").contains("class NS_NO_VTABLE a {"));
      assertTrue(Headers.of(UUID + "interface a {\n%{C++\n%}\n};").contains("class a {"));
    }

    @Test
    void baseIsPublic() {
      assertTrue(
          Headers.of(UUID + "interface a : nsISupports {};")
              .contains("class NS_NO_VTABLE a : public nsISupports {"));
    }

    @Test
    void deprecatedClassSaysSoBeforeItsName() {
      assertTrue(
          Headers.of(UUID.replace("]", ", deprecated]") + "interface a {};")
              .contains("class NS_NO_VTABLE MOZ_DEPRECATED a {"));
    }

    @Test
    void constantsThatFollowEachOtherShareAnEnum() {
      String header =
          Headers.of(
              UUID
                  + "interface a { const long A = -1; const unsigned long B = 1 << 31;"
                  + " void c(); const unsigned short D = B >> 30; };");
      assertTrue(
          header.contains("  enum {\n    A = -1,\n    B = 2147483648U\n  };\n\n  /* void c"),
          header);
      assertTrue(header.contains("  enum {\n    D = 2U\n  };\n\n};"), header);
    }

    @Test
    void interfaceWithoutMethodsHasMacrosToo() {
      assertTrue(
          Headers.of(UUID + "interface a {};")
              .contains("#define NS_FORWARD_SAFE_A(_to) \\\n  /* no methods! */\n"));
    }

    @Test
    void templateIsCalledAsTheInterfaceWithoutI() {
      assertEquals("nsFoo", CppNames.implementation("nsIFoo"));
      assertEquals("_MYCLASS_", CppNames.implementation("exIFoo"));
    }
  }

  @Nested
  @DisplayName("of a member")
  class Members {
    @Test
    void attributeIsAGetterAndIfWritableASetter() {
      assertEquals(
          """
          NS_IMETHOD GetX(int32_t *aX)
          NS_IMETHOD GetName(nsAString & aName)
          NS_IMETHOD SetName(const nsAString & aName)""",
          Headers.methods("readonly attribute long x; attribute AString name;"));
    }

    @Test
    void methodWithoutParametersTakesVoid() {
      assertEquals("NS_IMETHOD DoIt(void)", Headers.methods("void doIt();"));
    }

    @Test
    void typedResultIsTheLastParameter() {
      assertEquals(
          "NS_IMETHOD Find(const char * a, nsISupports * *_retval)",
          Headers.methods("nsISupports find(in string a);"));
    }

    @Test
    void binaryNameStandsAsItIsWritten() {
      assertEquals(
          "NS_IMETHOD other(void)\nNS_IMETHOD Getother2(int32_t *aX)",
          Headers.methods(
              "[binaryname(other)] void a(); [binaryname(other2)] readonly attribute long x;"));
    }

    @Test
    void contextOfAScriptIsFirstInAttributesAndLastButTheResultInMethods() {
      assertEquals(
          """
          NS_IMETHOD GetX(JSContext* cx, int32_t *aX)
          NS_IMETHOD A(int32_t b, JSContext* cx, uint8_t _argc, int32_t *_retval)
          NS_IMETHOD C(JSContext* cx, int32_t *d)""",
          Headers.methods(
              "[implicit_jscontext] readonly attribute long x;"
                  + "[implicit_jscontext, optional_argc] long a(in long b);"
                  + "[implicit_jscontext] void c([retval] out long d);"));
    }

    @Test
    void ownResultAndPlainMethodsHaveTheirForms() {
      assertEquals(
          """
          NS_IMETHOD_(int32_t) A(void)
          virtual nsresult B(int32_t *_retval)
          virtual const char * C(void)""",
          Headers.methods(
              "[notxpcom] long a(); [noscript, nostdcall] long b();"
                  + "[notxpcom, nostdcall] string c();"));
    }

    @Test
    void resultToBeLookedAtIsMarkedWhereThereIsOne() {
      assertEquals(
          "[[nodiscard]] NS_IMETHOD A(void)\nNS_IMETHOD_(void) B(void)",
          Headers.methods("[must_use] void a(); [must_use, notxpcom] void b();"));
    }

    @Test
    void deprecatedAttributeIsMarked() {
      assertEquals(
          "NS_DEPRECATED NS_IMETHOD GetX(int32_t *aX)",
          Headers.methods("[deprecated] readonly attribute long x;"));
    }

    @Test
    void optionalResultsAtTheEndMayBeLeftOut() {
      assertEquals(
          """
          NS_IMETHOD A(int32_t b, int32_t *c = nullptr, nsISupports * *d = nullptr)
          NS_IMETHOD B(int32_t *c, nsAString & d)
          NS_IMETHOD C(int32_t *d, int32_t *_retval)
          NS_IMETHOD D(int32_t *e, uint8_t _argc)""",
          Headers.methods(
              "void a([optional] in long b, [optional] out long c, [optional] out nsISupports d);"
                  + "void b([optional] out long c, [optional] out AString d);"
                  + "long c([optional] out long d);"
                  + "[optional_argc] void d([optional] out long e);"));
    }

    @Test
    void parameterThatIsCalledLikeAKeywordGetsAnUnderscore() {
      assertEquals(
          "NS_IMETHOD A(int32_t new_, int32_t new__)",
          Headers.methods("void a(in long new, in long new_);"));
    }

    @Test
    void commentHasTheSignatureOnOneLine() {
      String header =
          Headers.of(
              UUID
                  + "interface a {\n  [noscript,\n   binaryname(Other)] long   b(\n in unsigned  long c /* d */,"
                  + " [optional, array,size_is(c)] in octet e) raises (x, y);\n};");
      assertTrue(
          header.contains(
              "  /* [binaryname(Other),noscript] long b (in unsigned long c,"
                  + " [array, size_is(c), optional] in octet e) raises (x, y); */\n"),
          header);
    }
  }

  @Nested
  @DisplayName("that C++ would refuse")
  class Complaints {
    @Test
    void membersWithOneNameInCpp() {
      assertEquals(
          """
          greeter.idl:5:1: error: [xpidl.cpp-name] C++ name GetBar of method "getBar" is also that of attribute "bar"
          long getBar();
          ^
            expected: a name that no other member has, by binaryname(Name) on one of them
            previous: greeter.idl:4:1""",
          Headers.complaints("attribute long bar;\nlong getBar();\n"));
    }

    @Test
    void membersThatABinaryNameKeepsApart() {
      assertEquals(
          "", Headers.complaints("attribute long bar; [binaryname(Other)] long getBar();"));
    }

    @Test
    void arrayOfReferences() {
      assertTrue(
          Headers.complaints(
                  "[noscript] void a(in unsigned long n, [array, size_is(n)] in AString b);")
              .contains("error: [xpidl.cpp-type] array of AString, which C++ passes by reference"));
    }
  }
}
