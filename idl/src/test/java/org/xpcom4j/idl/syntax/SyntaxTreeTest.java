package org.xpcom4j.idl.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xpcom4j.idl.diagnostic.DiagnosticFormat;
import org.xpcom4j.idl.diagnostic.Diagnostics;
import org.xpcom4j.idl.source.DocComment;
import org.xpcom4j.idl.source.SourceText;

@DisplayName("SyntaxTree: from text to declarations")
class SyntaxTreeTest {
  private final Diagnostics diagnostics = new Diagnostics();

  @Nested
  class WellFormed {
    @Test
    void declarationsComeInOrder() {
      SyntaxTree tree =
          parsed(
              """
              #include "nsISupports.idl"
              interface exIOther;
              typedef unsigned long long stamp;
              [ref, nsid] native idRef (const nsTArray<int> &);
              %{C++
              #define X "%"
              %} C++
              [uuid(3F0C7D1E-6A5B-4C8D-9E2F-1A2B3C4D5E6F)] interface exIEmpty : nsISupports {};
              """);
      assertEquals(
          List.of("Include", "Forward", "Typedef", "Native", "RawBlock", "Interface"),
          tree.declarations().stream().map(each -> each.getClass().getSimpleName()).toList());
      assertEquals("", messages());
    }

    @Test
    void nativeTextAndRawTextAreKeptVerbatim() {
      SyntaxTree tree = parsed("native x(a::b<c> &);\r\n%{C++\r\n int  i;\r\n%}\r\n");
      assertEquals("a::b<c> &", ((Declaration.Native) tree.declarations().get(0)).nativeType());
      assertEquals(" int  i;\r\n", ((RawBlock) tree.declarations().get(1)).text());
    }

    @Test
    void parenthesesInNativeTextComeInPairs() {
      SyntaxTree tree = parsed("native x(std::function<void(int)>&&);\n");
      assertEquals(
          "std::function<void(int)>&&",
          ((Declaration.Native) tree.declarations().get(0)).nativeType());
    }

    @Test
    void membersComeInOrder() {
      Declaration.Interface declaration =
          firstInterface(
              """
              interface exI {
                const short A = 1;
                readonly attribute long  long size;
                [noscript] void go([array, size_is(n)] in octet data, in unsigned long n)
                    raises (exOops, exOuch);
                %{C++
                %}
              };
              """);
      assertEquals(
          List.of("Constant", "Attribute", "Method", "RawBlock"),
          declaration.members().stream().map(each -> each.getClass().getSimpleName()).toList());
      var attribute = (MemberDeclaration.Attribute) declaration.members().get(1);
      assertEquals("long long", attribute.type().text());
      var method = (MemberDeclaration.Method) declaration.members().get(2);
      assertEquals("[exOops, exOuch]", method.raises().toString());
      assertEquals("size_is", method.parameters().get(0).attributes().get(1).name().text());
    }

    @Test
    void anUnderscoreMakesANameOfAKeyword() {
      Declaration.Interface declaration =
          firstInterface("interface exI { attribute _interface _const; };");
      var attribute = (MemberDeclaration.Attribute) declaration.members().get(0);
      assertEquals("interface", attribute.type().text());
      assertEquals("const", attribute.name().text());
      assertTrue(attribute.name().escaped());
    }

    @Test
    void contractIdIsAString() {
      Declaration.Interface declaration =
          firstInterface("[contractid(\"@example.org/a;1\")] interface exI {};");
      assertEquals(
          "@example.org/a;1", declaration.attributes().get(0).value().orElseThrow().text());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
      "1 | 2 << 3 + 4 * 5, (1|(2<<(3+(4*5))))",
      "1 - 2 - 3, ((1-2)-3)",
      "(1 | 2) * 3, ((1|2)*3)",
      "-0x10 >> A, ((-16)>>A)",
      "a -1, (a-1)",
    })
    void operatorsBindAsInC(String text, String grouped) {
      Declaration.Interface declaration =
          firstInterface("interface exI { const long X = " + text + "; };");
      assertEquals(
          grouped, group(((MemberDeclaration.Constant) declaration.members().get(0)).value()));
    }

    private static String group(Expression expression) {
      if (expression instanceof Expression.Literal literal) {
        return literal.value().toString();
      }
      if (expression instanceof Expression.Reference reference) {
        return reference.name().text();
      }
      if (expression instanceof Expression.Negation negation) {
        return "(-" + group(negation.operand()) + ")";
      }
      var operation = (Expression.Operation) expression;
      String sign =
          switch (operation.operator()) {
            case OR -> "|";
            case SHIFT_LEFT -> "<<";
            case SHIFT_RIGHT -> ">>";
            case PLUS -> "+";
            case MINUS -> "-";
            case TIMES -> "*";
          };
      return "(" + group(operation.left()) + sign + group(operation.right()) + ")";
    }
  }

  @Nested
  class DocComments {
    @Test
    void attachToWhatFollowsEvenBeforeItsAttributes() {
      Declaration.Interface declaration =
          firstInterface("/** A. */ /* no doc */ /** B. */ [function] interface exI {};");
      assertEquals("[A., B.]", texts(declaration.docs()));
    }

    @Test
    void wanderPastForwardDeclarationsAndRawBlocks() {
      Declaration.Interface declaration =
          firstInterface("/** A. */ interface x; /** B. */ %{C++\n%}\ninterface exI {};");
      assertEquals("[A., B.]", texts(declaration.docs()));
    }

    @Test
    void ofOneMemberAreNotThoseOfTheNext() {
      Declaration.Interface declaration =
          firstInterface("interface exI { /** A. */ void a(); void b(); };");
      assertEquals(List.of(), ((MemberDeclaration.Method) declaration.members().get(1)).docs());
    }

    private static String texts(List<DocComment> docs) {
      return docs.stream()
          .flatMap(doc -> doc.lines().stream())
          .map(String::strip)
          .toList()
          .toString();
    }
  }

  @Nested
  class Malformed {
    @Test
    void eachMemberIsReportedAndTheRestIsRead() {
      SyntaxTree tree =
          parse(
              """
              interface exI {
                void a(long x);
                attribute readonly long y;
                void good();
                const long Z = ;
              };
              interface exJ {};
              """);
      assertEquals(
          """
          x.idl:2:10: error: [xpidl.syntax] unexpected "long"
            void a(long x);
                   ^
            expected: in, out or inout before the type of a parameter

          x.idl:3:13: error: [xpidl.syntax] unexpected "readonly"
            attribute readonly long y;
                      ^
            expected: a type

          x.idl:5:18: error: [xpidl.syntax] unexpected ";"
            const long Z = ;
                           ^
            expected: a number, the name of a constant, or "(\"""",
          messages());
      var first = assertInstanceOf(Declaration.Interface.class, tree.declarations().get(0));
      assertEquals(
          List.of("Broken", "Method", "Broken"),
          first.members().stream().map(each -> each.getClass().getSimpleName()).toList());
      assertEquals(2, tree.declarations().size());
    }

    @Test
    void aBraceTooEarlyIsReportedOnce() {
      SyntaxTree tree =
          parse(
              """
              [function] interface exI {
                void a();
              }
                void b();
                [noscript] void c(in long x);
                %{C++
                %}
                attribute long d;
              };
              [function] interface exJ {};
              """);
      assertEquals(
          """
          x.idl:3:2: error: [xpidl.syntax] missing ";"
          }
           ^""",
          messages());
      assertEquals(
          List.of("exI", "exJ"),
          tree.declarations().stream()
              .filter(Declaration.Interface.class::isInstance)
              .map(each -> ((Declaration.Interface) each).name().text())
              .toList());
    }

    @Test
    void aParenthesisThatIsNotClosedIsMissedHoweverDeep() {
      parse("interface exI { const long X = " + "(".repeat(100_000) + "1; };");
      assertTrue(messages().contains("expected: an operator or \")\""), messages());
    }
  }

  private SyntaxTree parse(String text) {
    return SyntaxTree.parse(new SourceText("", "x.idl", text), diagnostics);
  }

  private SyntaxTree parsed(String text) {
    SyntaxTree tree = parse(text);
    assertEquals("", messages());
    return tree;
  }

  private Declaration.Interface firstInterface(String text) {
    return parsed(text).declarations().stream()
        .filter(Declaration.Interface.class::isInstance)
        .map(Declaration.Interface.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private String messages() {
    return diagnostics.all().stream()
        .map(DiagnosticFormat::format)
        .collect(Collectors.joining("\n\n"));
  }
}
