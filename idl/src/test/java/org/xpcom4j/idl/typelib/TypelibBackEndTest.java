package org.xpcom4j.idl.typelib;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.xpcom4j.idl.model.IdlFile;
import org.xpcom4j.idl.model.Production;
import org.xpcom4j.idl.testing.Compiled;

@DisplayName("TypelibBackEnd: the typelib of IDL files")
class TypelibBackEndTest {
  @Test
  void ofASmallInterface() {
    String expected =
        """
        58 50 43 4F 4D 0A 54 79 70 65 4C 69 62 0D 0A 1A ; magic: XPCOM, TypeLib
        01 02 ; version
        00 02 ; interfaces
        00 00 00 D7 ; length of the file
        00 00 00 24 ; directory at 36, which means 35
        00 00 00 5C ; pool at 92
        80 00 00 ; an empty annotation, padding

        00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 ; no ID: from another file
        00 00 00 01 00 00 00 00 00 00 00 00 ; nsISupports, no namespace, no descriptor
        3F 0C 7D 1E 6A 5B 4C 8D 9E 2F 1A 2B 3C 4D 5E 6F ; the uuid
        00 00 00 0D 00 00 00 00 00 00 00 3D ; exIGreeter, no namespace, descriptor at 61
        00 ; the byte that the directory is early

        6E 73 49 53 75 70 70 6F 72 74 73 00 ; 1: nsISupports
        65 78 49 47 72 65 65 74 65 72 00 ; 13: exIGreeter
        62 75 73 79 00 ; 24: busy
        76 6F 6C 75 6D 65 00 ; 29: volume
        76 6F 6C 75 6D 65 00 ; 36: volume
        67 72 65 65 74 00 ; 43: greet
        4C 49 4D 49 54 00 ; 49: LIMIT
        4C 45 41 53 54 00 ; 55: LEAST
        00 01 ; base: the first of the directory
        00 04 ; methods
        80 00 00 00 18 01 60 0A 80 06 ; getter busy: out retval boolean, nsresult
        80 00 00 00 1D 01 60 02 80 06 ; getter volume: out retval int32, nsresult
        40 00 00 00 24 01 80 02 80 06 ; setter volume: in int32, nsresult
        00 00 00 00 2B 01 80 B7 80 06 ; greet: in UTF8String reference, nsresult
        00 02 ; constants
        00 00 00 31 05 FF FF ; LIMIT: uint16
        00 00 00 37 02 FF FF FF FE ; LEAST: int32
        C0 ; scriptable function
        """;
    Compiled compiled =
        Compiled.of(
            """
            #include "nsISupports.idl"
            [scriptable, function, uuid(3f0c7d1e-6a5b-4c8d-9e2f-1a2b3c4d5e6f)]
            interface exIGreeter : nsISupports {
              const unsigned short LIMIT = 65535;
              const long LEAST = -2;
              readonly attribute boolean busy;
              attribute long volume;
              void greet(in AUTF8String name);
            };
            """);
    assertBytes(expected, write(compiled));
  }

  @Test
  void ofEveryTypeAndFlag() throws IOException {
    assertBytes(Samples.text("exITypes.xpt.txt"), Samples.types());
  }

  /** Version 1.2 is older than these. */
  @Test
  void ofLaterTypesHasWhatComesNearest() throws TypelibFormatException {
    Compiled compiled =
        Compiled.of(
            """
            webidl Element;
            [ptr, promise] native Later(dom::Promise);
            [scriptable, uuid(00000000-0000-0000-0000-000000000001)]
            interface exILater {
              cenum Small : 8 { FIRST, LAST = 255 };
              cenum Large : 32 { MOST = 0xFFFFFFFF };
              void pass(in exILater_Small a, in exILater_Large b, in Element c, in Array<long> d);
              Later begin();
              [symbol] string iterator();
            };
            """);
    assertEquals(
        """
        [scriptable, uuid(00000000-0000-0000-0000-000000000001)]
        interface exILater {
          const unsigned short FIRST = 0;
          const unsigned short LAST = 255;
          const unsigned long MOST = 4294967295;
          void pass(in octet p0, in unsigned long p1, in voidPtr p2, in voidPtr p3);
          voidPtr begin();
          string iterator();
        };
        """,
        TypelibPrinter.print(TypelibReader.read(write(compiled))));
  }

  @Test
  void withoutScriptableInterfacesIsBare() {
    String expected =
        """
        58 50 43 4F 4D 0A 54 79 70 65 4C 69 62 0D 0A 1A ; magic
        01 02 00 00 ; version, no interfaces
        00 00 00 24 00 00 00 24 00 00 00 24 ; length, directory, pool
        80 00 00 00 ; an empty annotation, padding
        """;
    assertBytes(
        expected,
        write(
            Compiled.of(
                """
                [uuid(00000000-0000-0000-0000-000000000001)]
                interface exINative { void call(in long a); };
                """)));
    assertBytes(expected, TypelibBackEnd.write(List.of()));
  }

  @Test
  void ofSeveralFilesDescribesWhatOneOfThemOnlyMentions() throws TypelibFormatException {
    IdlFile derived =
        Compiled.of(
                """
                #include "nsISupports.idl"
                [scriptable, uuid(00000000-0000-0000-0000-000000000001)]
                interface exIDerived : nsISupports {};
                """)
            .file();
    IdlFile root = ((Production.Inclusion) derived.productions().get(0)).file();
    byte[] module = TypelibBackEnd.write(List.of(derived, root));
    assertEquals(
        List.of("exIDerived true", "nsISupports true"),
        TypelibReader.read(module).interfaces().stream()
            .map(each -> each.name() + " " + each.isResolved())
            .toList());
    assertArrayEquals(module, TypelibBackEnd.write(List.of(root, derived, root)));
  }

  @Test
  void interfacesOfOneIdAreSortedByName() throws TypelibFormatException {
    String head = "[scriptable, uuid(00000000-0000-0000-0000-000000000001)] interface ";
    Compiled compiled = Compiled.of(head + "exIB {}; " + head + "exIA {};");
    assertEquals(
        List.of("exIA", "exIB"),
        TypelibReader.read(write(compiled)).interfaces().stream()
            .map(TypelibInterface::name)
            .toList());
  }

  @Test
  void twoInterfacesOfOneNameAreRefused() {
    String body = "-0000-0000-0000-000000000001)] interface exIA {};";
    IdlFile first = Compiled.of("[scriptable, uuid(00000000" + body).file();
    IdlFile second = Compiled.of("[scriptable, uuid(00000001" + body).file();
    var refused =
        assertThrows(
            IllegalArgumentException.class, () -> TypelibBackEnd.write(List.of(first, second)));
    assertEquals(
        "interface exIA is described in two ways: 00000000-0000-0000-0000-000000000001"
            + " and 00000001-0000-0000-0000-000000000001",
        refused.getMessage());
  }

  @Test
  void moreParametersThanCanBeCountedAreRefusedWithTheirPlace() {
    var parameters = new StringBuilder("in long p");
    for (int i = 0; i < 255; i++) {
      parameters.append(", in long p").append(i);
    }
    Compiled compiled = Compiled.ofMembers("void many(" + parameters + ");");
    var refused = assertThrows(TypelibLimitException.class, () -> write(compiled));
    assertEquals(4, refused.diagnostic().span().position().line());
    assertEquals("256 parameters do not fit in a typelib", refused.diagnostic().message());
  }

  @Test
  void whatIsOursLeavesNoTrace() {
    String members = "void send(%s in ACString a);";
    assertArrayEquals(
        write(Compiled.ofMembers(members.formatted(""))),
        write(Compiled.ofMembers(members.formatted("[octets]"))));
  }

  @Test
  void lineEndsOfAnotherSystemMakeNoDifference() throws IOException {
    String idl = Samples.text("exITypes.idl").replace("\n", "\r\n");
    assertArrayEquals(
        Samples.types(), write(Compiled.of("exITypes.idl", Map.of("exITypes.idl", idl))));
  }

  private static byte[] write(Compiled compiled) {
    assertEquals("", compiled.errors());
    return TypelibBackEnd.write(compiled.file());
  }

  private static void assertBytes(String expected, byte[] actual) {
    assertEquals(expected.strip(), AnnotatedHex.like(expected, actual).strip());
    assertEquals(
        HexFormat.of().formatHex(AnnotatedHex.parse(expected)), HexFormat.of().formatHex(actual));
  }
}
