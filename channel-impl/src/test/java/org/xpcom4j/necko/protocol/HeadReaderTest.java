package org.xpcom4j.necko.protocol;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("an HTTP head, however it is cut,")
class HeadReaderTest {
  private static final HeadLimits SMALL = new HeadLimits(30, 20, 3, 80);
  private static final String STATUS = "HTTP/1.1 101 Go\r\n";

  @BeforeAll
  static void watch() {
    LeakWatch.begin();
  }

  @AfterAll
  static void assertNoLeaks() {
    LeakWatch.assertNoLeaks();
  }

  private static void assertMalformed(List<String> read, String sentence) {
    assertTrue(read.get(0).startsWith(sentence), read::toString);
  }

  @Nested
  class IsRead {
    @Test
    void asTheLinesOfAResponse() {
      assertEquals(
          List.of(
              "ResponseHead[version=HTTP/1.1, status=101, reason=Switching Protocols,"
                  + " fields=HeaderFields[list=[Field[name=Upgrade, value=websocket],"
                  + " Field[name=X-None, value=], Field[name=x, value=a: \u00E9\tb]]]]"),
          HeadCuts.responses(
              HeadLimits.DEFAULT,
              String.join(
                  "\r\n",
                  "HTTP/1.1 101 Switching Protocols",
                  "Upgrade:websocket",
                  "X-None: \t",
                  "x:\t a: \u00E9\tb ",
                  "",
                  "")));
    }

    @Test
    void asTheLinesOfARequest() {
      assertEquals(
          List.of(
              "RequestHead[method=GET, target=/feed?x=1, version=HTTP/1.1,"
                  + " fields=HeaderFields[list=[Field[name=Host, value=example.org]]]]"),
          HeadCuts.requests(
              HeadLimits.DEFAULT, "GET /feed?x=1 HTTP/1.1\r\nHost: example.org\r\n\r\n"));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
        strings = {
          "HTTP/1.1 200",
          "HTTP/1.1 200 ",
          "HTTP/1.0 200 OK",
          "HTTP/2.0 999 \u0085\t\u00E9"
        })
    void withEveryStatusLineThereIs(String line) {
      List<String> read = HeadCuts.responses(HeadLimits.DEFAULT, line + "\r\n\r\n");
      assertTrue(read.get(0).contains("status=" + line.substring(9, 12)), read::toString);
    }

    @Test
    void oneAfterTheOther() {
      List<String> read =
          HeadCuts.responses(
              SMALL, "HTTP/1.1 100 Go on\r\nA: b\r\n\r\nHTTP/1.1 101 Go\r\nC: d\r\n\r\n");
      assertEquals(2, read.size());
      assertTrue(read.get(1).endsWith("list=[Field[name=C, value=d]]]]"), read::toString);
    }

    @Test
    void andNothingBehindIt() throws MalformedHead {
      ByteBuf in = Unpooled.copiedBuffer(STATUS + "\r\n\u0081\r\n\0", ISO_8859_1);
      assertNotNull(HeadReader.ofResponses(SMALL).read(in));
      assertEquals("\u0081\r\n\0", in.toString(ISO_8859_1));
      in.release();
    }

    @Test
    void upToItsLimits() {
      String status = "HTTP/1.1 101 " + "x".repeat(17);
      String head = status + "\r\n" + "A: " + "b".repeat(17) + "\r\nC: d\r\nE: " + "f".repeat(13);
      assertEquals(80, (head + "\r\n\r\n").length());
      List<String> read = HeadCuts.responses(SMALL, head + "\r\n\r\n");
      assertTrue(read.get(0).contains("name=E"), read::toString);
    }
  }

  @Nested
  class IsRefused {
    @ParameterizedTest(name = "{0}")
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        value = {
          "A: b\\r\\n c\\r\\n\\r\\n | answer with a header field folded over two lines, the second \" c\"",
          "A: b\\r\\n\\tc\\r\\n\\r\\n | answer with a header field folded over two lines, the second \"\\u0009c\"",
          "` A: b\\r\\n\\r\\n`      | answer with a header field folded over two lines, the second \" A: b\"",
          "A: b\\0c\\r\\n\\r\\n     | answer with a NUL in a header line, behind \"A: b\"",
          "A: b\\rc\\r\\n\\r\\n     | answer with a carriage return without a line feed in a header line, behind \"A: b\"",
          "A: b\\r\\r\\n\\r\\n      | answer with a carriage return without a line feed in a header line, behind \"A: b\"",
          "A: b\\nC: d\\r\\n\\r\\n  | answer with a line feed without a carriage return in a header line, behind \"A: b\"",
          "\\n                      | answer with a line feed without a carriage return in a header line, behind \"\"",
          "A: \\u001Bb\\r\\n\\r\\n  | answer with the control character U+001B in a header line, behind \"A: \"",
          "A: \\u007Fb\\r\\n\\r\\n  | answer with the control character U+007F in a header line, behind \"A: \"",
          "A : b\\r\\n\\r\\n        | answer with a blank before the colon of a header field: \"A : b\"",
          "A\\t: b\\r\\n\\r\\n      | answer with a blank before the colon of a header field: \"A\\u0009: b\"",
          "A b\\r\\n\\r\\n          | answer with a header line without a colon: \"A b\"",
          ": b\\r\\n\\r\\n          | answer with a header line without a name: \": b\"",
          "A b: c\\r\\n\\r\\n       | answer with a header field whose name is no token: \"A b\"",
          "A(x): c\\r\\n\\r\\n      | answer with a header field whose name is no token: \"A(x)\"",
          "\u00C4: c\\r\\n\\r\\n    | answer with a header field whose name is no token: \"\u00C4\"",
        })
    void forALineThatCouldBeReadInTwoWays(String lines, String sentence) {
      assertMalformed(
          HeadCuts.responses(HeadLimits.DEFAULT, STATUS + unescaped(lines)), "SYNTAX: " + sentence);
      assertMalformed(
          HeadCuts.requests(HeadLimits.DEFAULT, "GET / HTTP/1.1\r\n" + unescaped(lines)),
          "SYNTAX: request" + sentence.substring("answer".length()));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
        strings = {
          "220 smtp.example.org ESMTP",
          "SSH-2.0-x",
          "",
          " HTTP/1.1 200 OK",
          "HTTP/1.1  200 OK",
          "HTTP/1.1\t200 OK",
          "HTTP/1.1 20 OK",
          "HTTP/1.1 2000 OK",
          "HTTP/1.1 200OK",
          "HTTP/1 200 OK",
          "HTTP/11.1 200 OK",
          "http/1.1 200 OK",
          "ICY 200 OK",
        })
    void forAStatusLineThatIsNone(String line) {
      assertMalformed(
          HeadCuts.responses(HeadLimits.DEFAULT, line + "\r\n"),
          "SYNTAX: answer is not HTTP: its first line is ");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
        strings = {
          "GET /",
          "GET / HTTP/1.1 ",
          " GET / HTTP/1.1",
          "GET  / HTTP/1.1",
          "GET\t/ HTTP/1.1",
          "GET /a b HTTP/1.1",
          "GET /\u00E4 HTTP/1.1",
          "G(T / HTTP/1.1",
          "GET / HTTP/1.10",
          "GET / http/1.1",
          "",
        })
    void forARequestLineThatIsNone(String line) {
      assertMalformed(
          HeadCuts.requests(HeadLimits.DEFAULT, line + "\r\n"),
          "SYNTAX: request is not HTTP: its first line is ");
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource({
      "\\u0015, the control character U+0015",
      "HTTP/1.1\\0, a NUL",
      "\\n, a line feed without a carriage return",
      "HTTP/1.1 200\\rx, a carriage return without a line feed"
    })
    void forAFirstByteThatIsNotHttp(String bytes, String words) {
      assertMalformed(
          HeadCuts.responses(HeadLimits.DEFAULT, unescaped(bytes)),
          "SYNTAX: answer is not HTTP: its first line has " + words);
    }

    @Test
    void withTheFirstByteThatIsTooMuch() {
      assertEquals(
          List.of(
              "START_LINE_TOO_LONG: answer whose first line has more than 30 bytes",
              "unread: \"y\""),
          HeadCuts.responses(SMALL, "HTTP/1.1 101 " + "x".repeat(18) + "y"));
      assertEquals(
          List.of(
              "TOO_LARGE: answer with a header line of more than 20 bytes: \"A: "
                  + "b".repeat(18)
                  + "\"",
              "unread: \"y\""),
          HeadCuts.responses(SMALL, STATUS + "A: " + "b".repeat(18) + "y"));
      assertEquals(
          List.of("TOO_LARGE: answer with more than 3 header fields", "unread: \"y\""),
          HeadCuts.responses(SMALL, STATUS + "A: b\r\n".repeat(4) + "y"));
      assertEquals(
          List.of("TOO_LARGE: answer with a head of more than 80 bytes", "unread: \"y\""),
          HeadCuts.responses(
              SMALL,
              STATUS + ("A: " + "b".repeat(17) + "\r\n").repeat(2) + "C: " + "d".repeat(17) + "y"));
    }

    private static String unescaped(String text) {
      StringBuilder plain = new StringBuilder();
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        if (c != '\\') {
          plain.append(c);
          continue;
        }
        char kind = text.charAt(++i);
        if (kind == 'u') {
          plain.append((char) Integer.parseInt(text.substring(i + 1, i + 5), 16));
          i += 4;
        } else {
          plain.append(
              switch (kind) {
                case 'r' -> '\r';
                case 'n' -> '\n';
                case 't' -> '\t';
                default -> '\0';
              });
        }
      }
      return plain.toString();
    }
  }
}
