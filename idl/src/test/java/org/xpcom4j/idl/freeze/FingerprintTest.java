package org.xpcom4j.idl.freeze;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xpcom4j.idl.testing.Compiled;

@DisplayName("Fingerprint: what others depend on")
class FingerprintTest {
  private static final String EVERYTHING =
      """
      #include "nsISupports.idl"
      typedef long long exTime;
      native Handle(ex::Handle);
      [scriptable, function, deprecated, uuid(3F0C7D1E-6A5B-4C8D-9E2F-1A2B3C4D5E6F),
       contractid("@example.org/greeter;1")]
      interface exIGreeter : nsISupports {
        const unsigned short LATER = 2;
        const unsigned short EARLIER = 1 << 8;
        readonly attribute exTime time;
        [noscript, binaryname(TheHandle)] attribute Handle handle;
        %{C++
          virtual   int extra();
        %}
        [implicit_jscontext, optional_argc]
        void greet(in nsIIDRef aIID, out unsigned long count,
                   [array, size_is(count)] in voidPtr raw, [octets] in ACString bytes,
                   [optional] in jsval more, [iid_is(aIID), retval] out nsQIResult result);
      };
      """;

  @Test
  void hasALineForEverythingThatOthersDependOn() {
    assertEquals(
        """
        uuid 3f0c7d1e-6a5b-4c8d-9e2f-1a2b3c4d5e6f
        base nsISupports, entries 2
        is scriptable
        is function
        contract EXIGREETER_CONTRACTID = @example.org/greeter;1
        readonly attribute long long time
        [noscript, binaryname(TheHandle)] attribute native(ex::Handle) handle
        C++ c926f5779f1854e4
        [implicit_jscontext, optional_argc] void greet(in nsIDRef, out unsigned long, [array, \
        size_is(2)] in native(void *), [octets] in ACString, [optional] in jsval, [retval, \
        iid_is(1)] out native(void *))
        const unsigned short EARLIER = 256
        const unsigned short LATER = 2
        """,
        text(of(EVERYTHING)));
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource({
    "exTime time, long long time",
    "aIID, anything",
    "'[scriptable', '/** A comment. */ [scriptable'",
    "'virtual   int', 'virtual int'",
    "1 << 8, 0x100",
    "'LATER = 2', 'LATER = 1 + 1'",
    "', deprecated', ''"
  })
  void doesNotChangeWhereNothingBreaks(String from, String to) {
    assertTrue(of(EVERYTHING).saysTheSame(of(EVERYTHING.replace(from, to))));
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource({
    "typedef long long, typedef long",
    "3F0C7D1E, 3F0C7D1F",
    "readonly attribute, attribute",
    "LATER = 2, LATER = 3",
    "[octets] in, in",
    "'[optional] in', in",
    "virtual   int, virtual long",
    "greeter;1, greeter;2",
    "optional_argc, 'optional_argc, nostdcall'",
    "', function', ''"
  })
  void changesWhereSomethingBreaks(String from, String to) {
    assertFalse(of(EVERYTHING).saysTheSame(of(EVERYTHING.replace(from, to))));
  }

  @Test
  void hasALineForEachEnumerationOfTheLaterLanguageAndKnowsItsTypes() {
    assertEquals(
        """
        uuid 00000000-0000-0000-0000-000000000001
        [symbol] Promise iterator()
        void take(in Array<Array<octet>>, in Node, in exILater_kind)
        cenum kind : 8 {SMALL = 0, LARGE = 4}
        """,
        text(
            of(
                """
                webidl Node;
                [uuid(00000000-0000-0000-0000-000000000001)]
                interface exILater {
                  cenum kind : 8 { SMALL, LARGE = 4 };
                  [symbol] Promise iterator();
                  void take(in Array<Array<octet> > bytes, in Node node, in exILater_kind which);
                };
                """)));
  }

  private static Fingerprint of(String text) {
    return Fingerprint.allOf(Compiled.of(text).file()).get(0);
  }

  private static String text(Fingerprint fingerprint) {
    return fingerprint.lines().stream()
        .map(line -> line.text() + "\n")
        .collect(Collectors.joining());
  }
}
