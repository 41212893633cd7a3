package org.xpcom4j.idl.semantic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.xpcom4j.idl.diagnostic.DiagnosticFormat;
import org.xpcom4j.idl.diagnostic.Diagnostics;
import org.xpcom4j.idl.model.IdlFile;
import org.xpcom4j.idl.model.InterfaceDefinition;
import org.xpcom4j.idl.source.SourceText;

/** What took time with the square of its length, or the stack with its depth, would fail here. */
@DisplayName("FrontEnd: long and deep input")
@Timeout(300)
class LongInputTest {
  private static final int MANY = 100_000;
  private static final String HEAD =
      "[uuid(3f0c7d1e-6a5b-4c8d-9e2f-1a2b3c4d5e6f)] interface exI {\n";

  private final Diagnostics diagnostics = new Diagnostics();

  @Test
  void manyMembers() {
    InterfaceDefinition definition =
        compile(
                "[uuid(3f0c7d1e-6a5b-4c8d-9e2f-1a2b3c4d5e6f), builtinclass] interface exI {\n"
                    + repeat(i -> "void m" + i + "(in long a);\n")
                    + "};")
            .interfaces()
            .get(0);
    assertEquals(MANY, definition.members().size());
    assertEquals("", messages());
  }

  @Test
  void manyParametersThatNameAnother() {
    String parameters = repeat(i -> ", [size_is(n)] in string s" + i);
    compile(HEAD + "void m(in unsigned long n" + parameters + "); };");
    assertEquals("", messages());
  }

  @Test
  void manyMistakes() {
    compile(HEAD + repeat(i -> "void m" + i + "(in exIUnknown" + i + " a);\n") + "};");
    assertEquals(MANY, diagnostics.all().size());
  }

  @Test
  void manyMistakesOnOneLine() {
    compile(HEAD + repeat(i -> "attribute exIUnknown x" + i + "; ") + "};");
    assertEquals(MANY, diagnostics.all().size());
    assertTrue(
        diagnostics.all().stream().allMatch(each -> DiagnosticFormat.format(each).length() < 900));
  }

  @Test
  void manyBlocksOfAnotherLanguageOnOneLine() {
    compile(repeat(i -> "%{JS x %} "));
    assertEquals(MANY, diagnostics.all().size());
  }

  @Test
  void aMegabyteThatIsNoIdl() {
    compile("?".repeat(1_000_000));
    assertEquals(1, diagnostics.all().size());
  }

  @Test
  void aChainOfIncludes() {
    IdlFile file = compileChain(MANY, "nsIRoot get(in exI1 a, in exI" + (MANY / 2) + " b);");
    assertEquals("", messages());
    assertEquals(1, file.interfaces().size());
  }

  @Test
  void aChainOfIncludesThatBitesItsTail() {
    Chain chain = new Chain(1000, "nsIRoot get();", "#include \"f999.idl\"\n");
    new FrontEnd(chain, diagnostics).compile(chain.file(999));
    assertTrue(messages().contains("f999.idl -> f998.idl"), messages());
    assertTrue(messages().contains("(992 more) -> f999.idl"), messages());
  }

  @Test
  void deepParentheses() {
    assertEquals(BigInteger.TWO, constant("(".repeat(MANY) + "1" + ")".repeat(MANY) + " + 1"));
  }

  @Test
  void deepOperations() {
    assertEquals(
        BigInteger.valueOf(MANY + 1L), constant("(1 + ".repeat(MANY) + "1" + ")".repeat(MANY)));
    assertEquals(BigInteger.valueOf(MANY + 1L), constant("1" + " + 1".repeat(MANY)));
    assertEquals(BigInteger.ONE, constant("-".repeat(MANY) + "1"));
  }

  @Test
  void aChainOfConstantsBeforeTheirDeclaration() {
    IdlFile file =
        compile(
            HEAD
                + repeat(i -> "const long C" + i + " = C" + (i + 1) + " + 1;\n")
                + "const long C"
                + MANY
                + " = 0;\n};");
    assertEquals("", messages());
    assertEquals(BigInteger.valueOf(MANY), file.interfaces().get(0).constants().get(0).value());
  }

  @Test
  void deepTypesAreRefused() {
    compile(HEAD + "attribute " + "Array<".repeat(MANY) + "long" + ">".repeat(MANY) + " a; };");
    assertTrue(messages().contains("a type that is nested less than 100 deep"), messages());
  }

  @Test
  void aLongLineOfTypedefsIsRefusedOnce() {
    compile(
        "typedef long exT0;\n"
            + repeat(
                i ->
                    "typedef "
                        + (i % 2 == 0 ? "exT" + i : "Array<exT" + i + ">")
                        + " exT"
                        + (i + 1)
                        + ";\n"));
    assertEquals(1, diagnostics.all().size());
    assertTrue(messages().contains("leads through too many others"), messages());
  }

  @Test
  void aLongLineOfBasesIsRefusedOnce() {
    compile(
        repeat(
            i ->
                "[uuid(00000000-0000-0000-0000-000000000001)] interface exI"
                    + i
                    + (i == 0 ? "" : " : exI" + (i - 1))
                    + " {};\n"));
    assertEquals(1, diagnostics.all().size());
    assertTrue(messages().contains("base \"exI499\" has too many bases itself"), messages());
  }

  @Test
  void deepBracesAndBrackets() {
    compile("interface exI " + "{".repeat(MANY) + "[".repeat(MANY) + "(".repeat(MANY));
    assertTrue(diagnostics.hasErrors());
  }

  private BigInteger constant(String expression) {
    IdlFile file = compile(HEAD + "const long X = " + expression + ";\n};");
    assertEquals("", messages());
    return file.interfaces().get(0).constants().get(0).value();
  }

  private IdlFile compile(String text) {
    Chain nothing = new Chain(0, "", "");
    return new FrontEnd(nothing, diagnostics).compile(new SourceText("", "x.idl", text));
  }

  private IdlFile compileChain(int length, String lastMember) {
    Chain chain = new Chain(length, lastMember, "");
    return new FrontEnd(chain, diagnostics).compile(chain.file(length - 1));
  }

  private String messages() {
    return diagnostics.all().stream()
        .limit(5)
        .map(DiagnosticFormat::format)
        .collect(Collectors.joining("\n\n"));
  }

  private static String repeat(IntFunction<String> part) {
    return IntStream.range(0, MANY).mapToObj(part).collect(Collectors.joining());
  }

  /** Files that each include the one before. */
  private static final class Chain implements SourceFinder {
    private final List<SourceText> files;

    Chain(int length, String lastMember, String firstLine) {
      files =
          IntStream.range(0, length)
              .mapToObj(
                  i -> new SourceText("", "f" + i + ".idl", text(i, length, lastMember, firstLine)))
              .toList();
    }

    private static String text(int i, int length, String lastMember, String firstLine) {
      if (i == 0) {
        return firstLine + "[uuid(00000000-0000-0000-0000-000000000001)] interface nsIRoot {};\n";
      }
      return "#include \"f"
          + (i - 1)
          + ".idl\"\n[uuid(00000000-0000-0000-0000-000000000002)] interface exI"
          + i
          + " : nsIRoot {"
          + (i == length - 1 ? lastMember : "")
          + "};\n";
    }

    SourceText file(int index) {
      return files.get(index);
    }

    @Override
    public Optional<SourceText> find(SourceText from, String name) {
      return name.matches("f[0-9]+\\.idl")
          ? Optional.of(files.get(Integer.parseInt(name.substring(1, name.length() - 4))))
          : Optional.empty();
    }

    @Override
    public String describeSearch(SourceText from) {
      return "memory";
    }
  }
}
