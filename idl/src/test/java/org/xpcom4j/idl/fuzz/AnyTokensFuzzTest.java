package org.xpcom4j.idl.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Timeout;

@DisplayName("In whatever order the words of IDL stand")
class AnyTokensFuzzTest {
  private static final String PLAIN =
      """
      interface attribute readonly const typedef native in out inout raises webidl cenum void long
      octet string wstring boolean nsISupports nsIIDRef nsQIResult AUTF8String jsval Array Promise
      exIFoo exIBar _long _in get wait x count iid uuid 00000000-0000-0000-0000-00000000000a
      scriptable function builtinclass noscript notxpcom optional retval array size_is iid_is shared
      octets binaryname infallible deprecated optional_argc implicit_jscontext contractid symbol
      default ref ptr nsid domstring 0 1 -1 0x7fffffff 99999999999999999999 ( ) [ ] { } < > << >> |
      + - * : ; , = " "words" /* */ // # %} \\u
      """;
  private static final List<String> OTHERS =
      List.of(
          "unsigned long",
          "unsigned long long",
          "#include \"nsISupports.idl\"\n",
          "#include \"greeter.idl\"\n",
          "#include \"gone.idl\"\n",
          "/** @param x words\n * @return y */",
          "// words\n",
          "/* words */",
          "%{C++\n",
          "%{JS\n",
          "\n%} C++\n",
          "\t",
          "\f",
          "\u0000",
          "\u00e9",
          "\u2028",
          "\ud800");
  private static final String[] WORDS =
      Stream.concat(PLAIN.lines().flatMap(line -> Stream.of(line.split(" ", -1))), OTHERS.stream())
          .toArray(String[]::new);
  private static final String[] GAPS = {" ", "", "\n", "\r\n"};

  @Timeout(60)
  @FuzzTest(maxDuration = "5m")
  void theyAreAnswered(FuzzedDataProvider data) throws Exception {
    StringBuilder text = new StringBuilder();
    while (data.remainingBytes() > 0) {
      text.append(data.pickValue(WORDS)).append(data.pickValue(GAPS));
    }
    IdlProperties.assertAnswered(text.toString());
  }
}
