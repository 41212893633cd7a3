package org.xpcom4j.idl.typelib;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.xpcom4j.idl.testing.Compiled;
import org.xpcom4j.idl.typelib.TypelibType.Array;
import org.xpcom4j.idl.typelib.TypelibType.Simple;
import org.xpcom4j.idl.typelib.TypelibType.SizedString;

@DisplayName("TypelibPrinter: typelibs as text")
class TypelibPrinterTest {
  private static final Simple NSRESULT = Simple.value(TypeTag.UINT32);

  @Test
  void showsEveryTypeAndFlag() throws IOException, TypelibFormatException {
    assertEquals(
        Samples.text("exITypes.printed.txt"),
        TypelibPrinter.print(TypelibReader.read(Samples.types())));
  }

  /** The types that IDL has no built-in name for are declared; the rest compiles as it is. */
  @Test
  void whatItShowsIsIdlOfTheSameTypelib() throws IOException, TypelibFormatException {
    String declarations =
        """
        #include "nsISupports.idl"
        [nsid] native nsIID(nsIID);
        [ptr, domstring] native DOMStringPtr(ignored);
        """;
    String printed = TypelibPrinter.print(TypelibReader.read(Samples.types()));
    Compiled again = Compiled.of(declarations + printed);
    assertEquals("", again.errors());
    assertArrayEquals(Samples.types(), TypelibBackEnd.write(again.file()));
  }

  @Test
  void showsWhatNoCompilerWrites() {
    Set<TypelibParameter.Flag> in = Set.of(TypelibParameter.Flag.IN);
    var method =
        new TypelibMethod(
            "odd",
            Set.of(
                TypelibMethod.Flag.GETTER,
                TypelibMethod.Flag.SETTER,
                TypelibMethod.Flag.CONSTRUCTOR),
            List.of(
                new TypelibParameter(in, Simple.pointer(TypeTag.INT8)),
                new TypelibParameter(in, new SizedString(false, 0, 1)),
                new TypelibParameter(in, new Array(0, 1, new Array(0, 0, NSRESULT))),
                new TypelibParameter(Set.of(), Simple.pointer(TypeTag.ASTRING))),
            Simple.value(TypeTag.BOOLEAN));
    var setter = new TypelibMethod("lone", Set.of(TypelibMethod.Flag.SETTER), List.of(), NSRESULT);
    var body = new InterfaceBody(Optional.of("exIB"), List.of(method, setter), List.of(), Set.of());
    var typelib =
        new Typelib(
            List.of(
                new TypelibInterface(new UUID(0, 1), "exIA", "ns", Optional.of(body)),
                new TypelibInterface(new UUID(0, 2), "exIB", "", Optional.empty())));
    assertEquals(
        """
        interface exIB; // 00000000-0000-0000-0000-000000000002

        // namespace ns
        [uuid(00000000-0000-0000-0000-000000000001)]
        interface exIA : exIB {
          /* getter */ /* setter */ [constructor] boolean odd(in int8_t * p0, \
        [size_is(p0), length_is(p1)] in string p1, \
        [array, size_is(p0), length_is(p1), array, size_is(p0)] in unsigned long p2, \
        in AStringPtr p3);
          /* setter */ void lone();
        };
        """,
        TypelibPrinter.print(typelib));
  }

  @Test
  void longChainsOfParentsNeedNoStack() {
    List<TypelibInterface> chain = new ArrayList<>();
    for (int i = 0; i < 60_000; i++) {
      var body = new InterfaceBody(Optional.of("exI" + (i + 1)), List.of(), List.of(), Set.of());
      chain.add(new TypelibInterface(new UUID(0, i + 1), "exI" + i, "", Optional.of(body)));
    }
    String printed = TypelibPrinter.print(new Typelib(chain));
    assertEquals(
        "interface exI59999 : exI60000 {", printed.lines().skip(1).findFirst().orElseThrow());
  }
}
