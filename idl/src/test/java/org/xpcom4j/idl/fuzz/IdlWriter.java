package org.xpcom4j.idl.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import java.util.ArrayList;
import java.util.List;

/** Makes IDL along the grammar, with names that mostly exist and now and then a mistake. */
final class IdlWriter {
  private static final int MOST_PRODUCTIONS = 6;
  private static final int MOST_MEMBERS = 8;
  private static final int MOST_PARAMETERS = 5;
  private static final String[] MISTAKES =
      words("; { } [ ) interface /* \" 0x \u00e9 long %{C++\n");
  private static final String[] NAMES =
      words(
          "a b c aLong count iid getA A B wait hashCode class _in _string toString getClass new this"
              + " nsISupports UUID String Object");
  private static final String[] NATIVES =
      words("ref ptr nsid domstring utf8string cstring astring jsval promise");
  private static final String[] OF_INTERFACE =
      words(
          "scriptable function builtinclass noscript deprecated object main_process_scriptable_only"
              + " contractid(\"@x.org/x;1\") unheard");
  private static final String[] OF_MEMBER =
      words(
          "noscript notxpcom implicit_jscontext optional_argc deprecated nostdcall must_use infallible"
              + " binaryname(Other) symbol can_run_script Null(Empty)");
  private static final String[] OF_PARAMETER =
      words(
          "const array retval shared optional octets size_is(a) size_is(count) iid_is(iid) iid_is(a)"
              + " array,size_is(count) array,size_is(a),iid_is(iid) default(1) Undefined(Null)");
  private static final String[] OPERATORS = words("| << >> + - *");
  private static final String[] DIRECTIONS = words("in in out inout");
  private static final String[] WIDTHS = words("8 16 32");
  private static final String[] DOCS = {
    "",
    "",
    "",
    "/** Says what. */\n",
    "/**\n * @param a what\n * @return b\n * @throws c d\n */\n",
    "/** <b>{@code x} & */ /** @see nsISupports#a\n@deprecated */\n",
    "/* aside */ ",
    "// aside\n"
  };

  private final FuzzedDataProvider data;
  private final StringBuilder out = new StringBuilder();
  private final List<String> interfaces = new ArrayList<>(List.of("nsISupports"));
  private final List<String> types =
      new ArrayList<>(
          List.of(
              words(
                  "void long boolean octet short float double char wchar string wstring size_t"
                      + " nsIIDRef nsIIDPtr nsQIResult voidPtr DOMString AUTF8String ACString AString"
                      + " jsval nsISupports Promise")));

  IdlWriter(FuzzedDataProvider data) {
    this.data = data;
    types.addAll(List.of("unsigned short", "unsigned long", "long long", "unsigned long long"));
  }

  String write() {
    say("#include \"nsISupports.idl\"\n");
    for (int i = data.consumeInt(1, MOST_PRODUCTIONS); i > 0; i--) {
      production();
    }
    return out.toString();
  }

  private void production() {
    say(data.pickValue(DOCS));
    switch (data.consumeInt(0, 7)) {
      case 0 -> say("typedef ").type().say(" ").newType("t").say(";\n");
      case 1 -> attributes(NATIVES).say("native ").newType("n").say("(x::y<z> &);\n");
      case 2 -> say("interface ").newType("exIForward").say(";\n");
      case 3 -> say("webidl ").newType("W").say(";\n");
      case 4 -> say("%{C++\n#define NS_X_CONTRACTID \"@x.org/x;1\"\n%}\n");
      default -> definition();
    }
  }

  private void definition() {
    say("[uuid(00000000-0000-0000-0000-0000000000").say("" + data.consumeInt(10, 99)).say(")");
    if (data.consumeBoolean()) {
      say(", ").say(data.pickValue(OF_INTERFACE));
    }
    say("]\ninterface ");
    String base = data.pickValue(interfaces);
    newType("exI");
    interfaces.add(types.get(types.size() - 1));
    say(" : ").say(base).say(" {\n");
    for (int i = data.consumeInt(0, MOST_MEMBERS); i > 0; i--) {
      say(data.pickValue(DOCS));
      member();
    }
    say("};\n");
  }

  private void member() {
    switch (data.consumeInt(0, 9)) {
      case 0 -> {
        say("const ").type().say(" ").name().say(" = ");
        expression(3);
        say(";\n");
      }
      case 1 -> say("%{C++\n  int x;\n%}\n");
      case 2 -> {
        say("cenum ").newType("k").say(" : ").say(data.pickValue(WIDTHS));
        say(" { ").name().say(" = ");
        expression(2);
        say(", ").name().say(" };\n");
      }
      case 3, 4 -> {
        attributes(OF_MEMBER).say(data.consumeBoolean() ? "readonly " : "").say("attribute ");
        type().say(" ").name().say(";\n");
      }
      default -> method();
    }
  }

  private void method() {
    attributes(OF_MEMBER).type().say(" ").name().say("(");
    for (int i = data.consumeInt(0, MOST_PARAMETERS); i > 0; i--) {
      attributes(OF_PARAMETER)
          .say(data.pickValue(DIRECTIONS))
          .say(" ")
          .type()
          .say(" ")
          .name()
          .say(i > 1 ? ", " : "");
    }
    say(data.consumeProbabilityFloat() < 0.1f ? ") raises (nsISupports);\n" : ");\n");
  }

  private void expression(int depth) {
    int kind = data.consumeInt(0, depth > 0 ? 5 : 2);
    switch (kind) {
      case 0 -> say("" + data.consumeInt(0, 70));
      case 1 -> say("0x" + Long.toHexString(data.consumeLong(0, Long.MAX_VALUE)));
      case 2 -> name();
      case 3 -> {
        say("(");
        expression(depth - 1);
        say(")");
      }
      case 4 -> {
        say("-");
        expression(depth - 1);
      }
      default -> {
        expression(depth - 1);
        say(" ").say(data.pickValue(OPERATORS)).say(" ");
        expression(depth - 1);
      }
    }
  }

  private IdlWriter attributes(String[] known) {
    int count = data.consumeInt(-2, 2);
    for (int i = 0; i < count; i++) {
      say(i == 0 ? "[" : ", ").say(data.pickValue(known));
    }
    return count > 0 ? say("] ") : this;
  }

  private IdlWriter type() {
    String type = data.pickValue(types);
    return say(data.consumeProbabilityFloat() < 0.1f ? "Array<" + type + ">" : type);
  }

  private IdlWriter newType(String prefix) {
    String name = prefix + types.size();
    types.add(name);
    return say(name);
  }

  private IdlWriter name() {
    return say(data.pickValue(NAMES));
  }

  private IdlWriter say(String words) {
    if (data.consumeProbabilityFloat() > 0.998f) {
      out.append(data.pickValue(MISTAKES));
    }
    out.append(words);
    return this;
  }

  private static String[] words(String text) {
    return text.split(" ", -1);
  }
}
