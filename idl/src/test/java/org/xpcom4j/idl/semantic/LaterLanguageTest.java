package org.xpcom4j.idl.semantic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xpcom4j.idl.java.JavaBackEnd;
import org.xpcom4j.idl.model.ArrayType;
import org.xpcom4j.idl.model.BuiltinType;
import org.xpcom4j.idl.model.CenumType;
import org.xpcom4j.idl.model.Member;
import org.xpcom4j.idl.model.NativeType.Meaning;
import org.xpcom4j.idl.model.WebIdlType;
import org.xpcom4j.idl.testing.Compiled;

@DisplayName("FrontEnd: what later years added to the language")
class LaterLanguageTest {
  @Test
  void anEntryOfACenumIsOneMoreThanTheOneBefore() {
    var cenum =
        (CenumType)
            member("cenum kind : 8 { A, B = 1 << 2, C, D = LATER, };\nconst long LATER = 9;");
    assertEquals("exIGreeter_kind", cenum.idlName());
    assertEquals(
        List.of(0, 4, 5, 9),
        cenum.entries().stream().map(entry -> entry.value().intValue()).toList());
  }

  @Test
  void aCenumIsATypeUnderItsFullName() {
    Compiled compiled =
        Compiled.ofMembers("cenum kind : 16 { A };\nexIGreeter_kind get(in exIGreeter_kind k);");
    var method = (Member.Method) compiled.definition().members().get(1);
    assertEquals(BuiltinType.UNSIGNED_SHORT, ((CenumType) method.type()).integer());
  }

  @Test
  void aCenumOfAnIncludedFileIsAType() {
    assertEquals(
        "",
        Compiled.of(
                "b.idl",
                Map.of(
                    "a.idl",
                    "[uuid(00000000-0000-0000-0000-000000000001)] interface exA { cenum k : 32 { X }; };",
                    "b.idl",
                    "#include \"a.idl\"\n[uuid(00000000-0000-0000-0000-000000000002)]"
                        + " interface exB : exA { attribute exA_k k; const long Y = X + 1; };"))
            .messages());
  }

  @Test
  void cenumAndWebidlAreStillNames() {
    assertEquals(
        "", Compiled.ofMembers("void cenum(in long webidl); attribute long webidl;").messages());
  }

  @Test
  void arraysMayBeNested() {
    var attribute = (Member.Attribute) member("attribute Array<Array<long>> rows;");
    assertEquals(new ArrayType(new ArrayType(BuiltinType.LONG)), attribute.type());
    assertEquals("Array<Array<long>>", attribute.type().idlName());
  }

  @Test
  void promiseAndReferenceCountAreTypesWithoutADeclaration() {
    var method = (Member.Method) member("Promise later();");
    assertTrue(method.type().is(Meaning.PROMISE));
    var count = (Member.Method) member("[notxpcom] MozExternalRefCountType AddRef();");
    assertTrue(count.type().is(BuiltinType.UNSIGNED_LONG));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "uint8_t, OCTET",
    "int16_t, SHORT",
    "uint16_t, UNSIGNED_SHORT",
    "char16_t, UNSIGNED_SHORT",
    "int32_t, LONG",
    "uint32_t, UNSIGNED_LONG",
    "int64_t, LONG_LONG",
    "uint64_t, UNSIGNED_LONG_LONG",
    "nsresult, UNSIGNED_LONG",
  })
  void aRootThatLeavesOutATypeLeavesItToTheCompiler(String name, BuiltinType type) {
    Compiled compiled =
        Compiled.of(
            "[ref, nsid] native nsIDRef(nsID);\n[uuid(00000000-0000-0000-0000-000000000001)]"
                + " interface exI { attribute %s a; };".formatted(name));
    assertEquals("", compiled.messages());
    var attribute = (Member.Attribute) compiled.definition().members().get(0);
    assertTrue(attribute.type().is(type));
    assertEquals(name, attribute.type().idlName());
  }

  @Test
  void withoutARootNobodyKnowsItsTypes() {
    assertEquals(
        """
        greeter.idl:1:72: error: [xpidl.unknown-type] type "uint32_t" is not declared above
        [uuid(00000000-0000-0000-0000-000000000001)] interface exI { attribute uint32_t a; };
                                                                               ^""",
        Compiled.of(
                "[uuid(00000000-0000-0000-0000-000000000001)] interface exI { attribute uint32_t a;"
                    + " };")
            .messages());
  }

  @Test
  void typesOfTheDomAreNamed() {
    Compiled compiled =
        Compiled.of(
            "webidl Element;\nwebidl Element;\n[uuid(00000000-0000-0000-0000-000000000001)]"
                + " interface exI { attribute Element root; };");
    var attribute = (Member.Attribute) compiled.definition().members().get(0);
    assertEquals("Element", ((WebIdlType) attribute.type()).name());
  }

  @Test
  void aDefaultIsKeptAsItIsWritten() {
    var method =
        (Member.Method)
            member("void m([optional, default(true)] in boolean a, [default(-1)] in long b);");
    assertEquals(Optional.of("true"), method.parameters().get(0).defaultValue());
    assertEquals(Optional.of("-1"), method.parameters().get(1).defaultValue());
  }

  @Test
  void symbolsAndScriptRunnersAreFlags() {
    var method = (Member.Method) member("[symbol, can_run_script, infallible] jsval iterator();");
    assertTrue(method.flags().contains(Member.Flag.SYMBOL));
    assertTrue(method.flags().contains(Member.Flag.CAN_RUN_SCRIPT));
  }

  @Test
  void inJavaTheyAreNumbersConstantsAndArraysOrNotThere() {
    Compiled compiled =
        Compiled.of(
            """
            webidl Element;
            [uuid(00000000-0000-0000-0000-000000000001)] interface exI {
              cenum kind : 8 { A = 200 };
              exI_kind kind2(in Array<long> some);
              Promise later();
              readonly attribute Element root;
            };
            """);
    String java =
        new JavaBackEnd(name -> Optional.empty(), false).generate(compiled.file()).get(0).source();
    assertTrue(java.contains("byte A = (byte) 200;"), java);
    assertTrue(java.contains("byte kind2(int[] some);"), java);
    assertTrue(!java.contains("later") && !java.contains("getRoot"), java);
  }

  private static Member member(String text) {
    return Compiled.ofMembers(text).definition().members().get(0);
  }
}
