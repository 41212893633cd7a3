package org.xpcom4j.necko.uri;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xpcom4j.interfaces.nsIURI;
import org.xpcom4j.result.Nsresult;
import org.xpcom4j.result.XpcomException;

@DisplayName("nsIURI: attributes, setters, comparing, copies, resolving")
class StandardUriTest {
  private static final String FULL = "wss://user:pass@bücher.example:8443/a/b.txt?q=1#top";

  private final nsIURI uri = parse(FULL);

  @Nested
  class Attributes {
    @Test
    void showTheParts() {
      assertEquals("wss", uri.getScheme());
      assertEquals("user:pass", uri.getUserPass());
      assertEquals("user", uri.getUsername());
      assertEquals("pass", uri.getPassword());
      assertEquals("bücher.example", uri.getHost());
      assertEquals(8443, uri.getPort());
      assertEquals("bücher.example:8443", uri.getHostPort());
      assertEquals("wss://user:pass@bücher.example:8443", uri.getPrePath());
      assertEquals("/a/b.txt?q=1#top", uri.getPath());
      assertEquals("/a/b.txt", uri.getFilePath());
      assertEquals("q=1", uri.getQuery());
      assertEquals("top", uri.getRef());
      assertTrue(uri.getHasRef());
      assertEquals("UTF-8", uri.getOriginCharset());
    }

    @Test
    void inAsciiHaveTheHostInPunycode() {
      assertEquals("xn--bcher-kva.example", uri.getAsciiHost());
      assertEquals("xn--bcher-kva.example:8443", uri.getAsciiHostPort());
      assertEquals(
          "wss://user:pass@xn--bcher-kva.example:8443/a/b.txt?q=1#top", uri.getAsciiSpec());
    }

    @Test
    void withoutTheRefKeepTheQuery() {
      assertEquals("wss://user:pass@bücher.example:8443/a/b.txt?q=1", uri.getSpecIgnoringRef());
    }

    @Test
    void areEmptyWhereThePartIsAbsent() {
      nsIURI bare = parse("wss://h");
      assertEquals("", bare.getUserPass());
      assertEquals("", bare.getPassword());
      assertEquals(-1, bare.getPort());
      assertEquals("", bare.getQuery());
      assertEquals("", bare.getRef());
      assertFalse(bare.getHasRef());
    }

    @Test
    void ofAnIpv6HostHaveBracketsOnlyBesideThePort() {
      nsIURI v6 = parse("wss://[::1]:8443/");
      assertEquals("::1", v6.getHost());
      assertEquals("::1", v6.getAsciiHost());
      assertEquals("[::1]:8443", v6.getHostPort());
      assertEquals("[::1]:8443", v6.getAsciiHostPort());
    }

    @Test
    void tellAnEmptyRefFromNone() {
      assertTrue(parse("wss://h/#").getHasRef());
      assertFalse(parse("wss://h/").getHasRef());
    }

    @Test
    void ofTheQueryAreInTheOriginCharset() {
      nsIURI latin = StandardUri.parse("http://h/ü?ü#ü", "ISO-8859-1", 1_000);
      assertEquals("http://h/%C3%BC?%FC#%C3%BC", latin.getSpec());
      assertEquals("ISO-8859-1", latin.getOriginCharset());
      assertEquals("q=%C3%BC", withQuery("no-such-charset"));
      assertEquals("q=%C3%BC", withQuery("UTF-16LE"));
    }

    private String withQuery(String charset) {
      return StandardUri.parse("http://h/?q=ü", charset, 1_000).getQuery();
    }
  }

  @Nested
  class Setters {
    @Test
    void changeOnePart() {
      assertSet("https://user:pass@bücher.example:8443/a/b.txt?q=1#top", u -> u.setScheme("HTTPS"));
      assertSet("wss://bücher.example:8443/a/b.txt?q=1#top", u -> u.setUserPass(""));
      assertSet("wss://x:y%40@bücher.example:8443/a/b.txt?q=1#top", u -> u.setUserPass("x:y@"));
      assertSet("wss://bücher.example:8443/a/b.txt?q=1#top", u -> u.setUsername(""));
      assertSet("wss://%40:pass@bücher.example:8443/a/b.txt?q=1#top", u -> u.setUsername("@"));
      assertSet("wss://user@bücher.example:8443/a/b.txt?q=1#top", u -> u.setPassword(""));
      assertSet("wss://user:pass@h:8443/a/b.txt?q=1#top", u -> u.setHost("H"));
      assertSet("wss://user:pass@h:8443/a/b.txt?q=1#top", u -> u.setHost("h/ignored"));
      assertSet("wss://user:pass@[::1]:8443/a/b.txt?q=1#top", u -> u.setHost("::1"));
      assertSet("wss://user:pass@[::1]:8443/a/b.txt?q=1#top", u -> u.setHost("[::1]"));
      assertSet("wss://user:pass@h:8443/a/b.txt?q=1#top", u -> u.setHostPort("h"));
      assertSet("wss://user:pass@h:81/a/b.txt?q=1#top", u -> u.setHostPort("h:81"));
      assertSet("wss://user:pass@[::2]:81/a/b.txt?q=1#top", u -> u.setHostPort("[::2]:81"));
      assertSet("wss://user:pass@h/a/b.txt?q=1#top", u -> u.setHostAndPort("h"));
      assertSet("wss://user:pass@bücher.example/a/b.txt?q=1#top", u -> u.setPort(443));
      assertSet("wss://user:pass@bücher.example/a/b.txt?q=1#top", u -> u.setPort(-1));
      assertSet("wss://user:pass@bücher.example:8443/", u -> u.setPath(""));
      assertSet("wss://user:pass@bücher.example:8443/x?y#z", u -> u.setPath("w/../x?y#z"));
      assertSet("wss://user:pass@bücher.example:8443/%3F%23?q=1#top", u -> u.setFilePath("?#"));
      assertSet("wss://user:pass@bücher.example:8443/?q=1#top", u -> u.setFilePath(""));
      assertSet("wss://user:pass@bücher.example:8443/a/b.txt#top", u -> u.setQuery(""));
      assertSet("wss://user:pass@bücher.example:8443/a/b.txt?#top", u -> u.setQuery("?"));
      assertSet("wss://user:pass@bücher.example:8443/a/b.txt?%23#top", u -> u.setQuery("?#"));
      assertSet("wss://user:pass@bücher.example:8443/a/b.txt?q=1", u -> u.setRef(""));
      assertSet("wss://user:pass@bücher.example:8443/a/b.txt?q=1#", u -> u.setRef("#"));
      assertSet("wss://user:pass@bücher.example:8443/a/b.txt?q=1##", u -> u.setRef("##"));
      assertSet("ws://h/", u -> u.setSpec("ws://h"));
    }

    @Test
    void ofTheSchemeHideThePortThatBecomesTheDefault() {
      nsIURI plain = parse("ws://h:443/");
      plain.setScheme("wss");
      assertEquals("wss://h/", plain.getSpec());
    }

    @Test
    void thatFailSayWhyAndLeaveTheOldValue() {
      assertRefused(Nsresult.NS_ERROR_MALFORMED_URI, u -> u.setSpec("no scheme"));
      assertRefused(Nsresult.NS_ERROR_MALFORMED_URI, u -> u.setSpec(""));
      assertRefused(Nsresult.NS_ERROR_UNEXPECTED, u -> u.setScheme(""));
      assertRefused(Nsresult.NS_ERROR_UNEXPECTED, u -> u.setScheme("w s"));
      assertRefused(Nsresult.NS_ERROR_UNEXPECTED, u -> u.setScheme("ws:"));
      assertRefused(Nsresult.NS_ERROR_MALFORMED_URI, u -> u.setUserPass(":x"));
      assertRefused(Nsresult.NS_ERROR_UNEXPECTED, u -> u.setHost(""));
      assertRefused(Nsresult.NS_ERROR_UNEXPECTED, u -> u.setHost("/h"));
      assertRefused(Nsresult.NS_ERROR_MALFORMED_URI, u -> u.setHost("a b"));
      assertRefused(Nsresult.NS_ERROR_MALFORMED_URI, u -> u.setHost("h:80"));
      assertRefused(Nsresult.NS_ERROR_UNEXPECTED, u -> u.setHostPort(""));
      assertRefused(Nsresult.NS_ERROR_MALFORMED_URI, u -> u.setHostPort("h:"));
      assertRefused(Nsresult.NS_ERROR_MALFORMED_URI, u -> u.setHostPort("h:x"));
      assertRefused(Nsresult.NS_ERROR_MALFORMED_URI, u -> u.setHostPort("::1"));
      assertRefused(Nsresult.NS_ERROR_MALFORMED_URI, u -> u.setHostPort("[::1"));
      assertRefused(Nsresult.NS_ERROR_MALFORMED_URI, u -> u.setHostAndPort("h:x"));
      assertRefused(Nsresult.NS_ERROR_MALFORMED_URI, u -> u.setPort(-2));
      assertRefused(Nsresult.NS_ERROR_MALFORMED_URI, u -> u.setPort(65536));
      assertRefused(Nsresult.NS_ERROR_MALFORMED_URI, u -> u.setPath("x".repeat(1_000)));
      assertRefused(Nsresult.NS_ERROR_MALFORMED_URI, u -> u.setRef("x".repeat(1_000)));
      assertRefused(Nsresult.NS_ERROR_INVALID_ARG, u -> u.setQuery(null));
    }

    @Test
    void ofAPasswordNeedAUser() {
      nsIURI bare = parse("wss://h/");
      XpcomException e = assertThrows(XpcomException.class, () -> bare.setPassword("x"));
      assertEquals(Nsresult.NS_ERROR_FAILURE, e.result());
      bare.setPassword("");
      assertEquals("wss://h/", bare.getSpec());
    }

    private void assertSet(String expected, Consumer<nsIURI> setter) {
      nsIURI changed = uri.clone_();
      setter.accept(changed);
      assertEquals(expected, changed.getSpec());
      assertEquals(FULL, uri.getSpec());
    }

    private void assertRefused(long result, Consumer<nsIURI> setter) {
      XpcomException e = assertThrows(XpcomException.class, () -> setter.accept(uri));
      assertEquals(result, e.result(), e::getMessage);
      assertEquals(FULL, uri.getSpec());
    }
  }

  @Nested
  class Comparing {
    @ParameterizedTest(name = "{0} and {1}: {2}, without ref {3}")
    @CsvSource({
      "wss://h/, WSS:H:443, true, true",
      "wss://h/#a, wss://h/#b, false, true",
      "wss://h/#, wss://h/, false, true",
      "wss://h/?, wss://h/, false, false",
      "wss://h/%7e, wss://h/~, false, false",
      "wss://h/, ws://h:443/, false, false",
      "wss://u@h/, wss://h/, false, false",
      "wss://xn--bcher-kva.example/, wss://bücher.example/, true, true",
    })
    void goesByTheParts(String one, String other, boolean equal, boolean equalExceptRef) {
      assertEquals(equal, parse(one).equals_(parse(other)));
      assertEquals(equalExceptRef, parse(one).equalsExceptRef(parse(other)));
    }

    @Test
    void withAnotherImplementationIsFalse() {
      nsIURI foreign =
          (nsIURI)
              Proxy.newProxyInstance(
                  getClass().getClassLoader(),
                  new Class<?>[] {nsIURI.class},
                  (proxy, method, arguments) -> method.invoke(uri, arguments));
      assertFalse(uri.equals_(foreign));
      assertFalse(uri.equalsExceptRef(foreign));
    }

    @Test
    void withNullIsAnError() {
      XpcomException e = assertThrows(XpcomException.class, () -> uri.equals_(null));
      assertEquals(Nsresult.NS_ERROR_INVALID_ARG, e.result());
    }

    @Test
    void ofSchemesIsByLowerCase() {
      assertTrue(uri.schemeIs("wss"));
      assertFalse(uri.schemeIs("WSS"));
      assertFalse(uri.schemeIs("ws"));
    }
  }

  @Nested
  class Copies {
    @Test
    void areIndependent() {
      nsIURI copy = uri.clone_();
      assertNotSame(uri, copy);
      assertTrue(uri.equals_(copy));
      copy.setPort(1);
      assertEquals(8443, uri.getPort());
    }

    @Test
    void canLeaveTheRefOutOrReplaceIt() {
      assertEquals(uri.getSpecIgnoringRef(), uri.cloneIgnoringRef().getSpec());
      assertEquals(uri.getSpecIgnoringRef() + "#x", uri.cloneWithNewRef("#x").getSpec());
      assertEquals(uri.getSpecIgnoringRef() + "#x", uri.cloneWithNewRef("x").getSpec());
      assertEquals(uri.getSpecIgnoringRef(), uri.cloneWithNewRef("").getSpec());
    }
  }

  @ParameterizedTest(name = "resolve {0}")
  @CsvSource(
      nullValues = "-",
      value = {
        "https://other/a/../b, https://other/b",
        "mailto:a/../b, mailto:a/../b",
        "wss://other/a/./b, wss://other/a/b",
        "wss:x, wss://h:81/a/x",
        "wss:/x, wss://h:81/x",
        "//other/p, wss://other/p",
        "/p?x, wss://h:81/p?x",
        "\\p, wss://h:81/p",
        "?x, wss://h:81/a/b?x",
        "#x, wss://h:81/a/b?q#x",
        "'', wss://h:81/a/b?q",
        "x, wss://h:81/a/x",
        "../x, wss://h:81/x",
        "../../../x/., wss://h:81/x/",
        "./x:y, wss://h:81/a/x:y",
        "1a:b, wss://h:81/a/1a:b",
        "x?a/../b, wss://h:81/a/x?a/../b",
        "' x y ', wss://h:81/a/x y",
        "https://other?a/../b, https://other?a/../b",
      })
  void resolves(String reference, String expected) {
    assertEquals(expected, parse("wss://h:81/a/b?q#r").resolve(reference));
  }

  private static nsIURI parse(String spec) {
    return StandardUri.parse(spec, null, 1_000);
  }
}
