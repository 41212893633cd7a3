package org.xpcom4j.necko.uri;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("what a spec becomes")
class UrlTableTest {

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          # scheme and slashes
          wss://example.org/feed          | wss://example.org/feed
          WSS://EXAMPLE.org/Feed          | wss://example.org/Feed
          wss:h                           | wss://h/
          wss:/h                          | wss://h/
          wss:////h                       | wss://h/
          wss:\\\\h\\a\\b?c\\d            | wss://h/a/b?c\\d
          https://h/a#b\\c                | https://h/a#b\\c
          `  wss://h/  `                  | wss://h/
          # user and password
          wss://user@h                    | wss://user@h/
          wss://user:pass@h               | wss://user:pass@h/
          wss://user:@h                   | wss://user@h/
          wss://@h                        | wss://h/
          wss://a@b@h                     | wss://a%40b@h/
          wss://user:a:b@h                | wss://user:a%3Ab@h/
          wss://é:ü@h                     | wss://%C3%A9:%C3%BC@h/
          wss://u.v:w@h                   | wss://u%2Ev:w@h/
          # port
          ws://h:80/                      | ws://h/
          wss://h:443/                    | wss://h/
          wss://h:80/                     | wss://h:80/
          http://h:80                     | http://h/
          https://h:443                   | https://h/
          ws://h:/x                       | ws://h/x
          ws://h:0/                       | ws://h:0/
          ws://h:00081/                   | ws://h:81/
          ws://h:65535/                   | ws://h:65535/
          # names
          ws://EX%41mple.org/             | ws://example.org/
          ws://a_b.example/               | ws://a_b.example/
          ws://a%2Fb/                     | ws://a%2fb/
          ws://h../                       | ws://h../
          ws://Bücher.example/            | ws://bücher.example/
          ws://b%C3%BCcher.example/       | ws://bücher.example/
          ws://xn--bcher-kva.example/     | ws://bücher.example/
          ws://例え。テスト/               | ws://例え.テスト/
          ws://ｅｘａｍｐｌｅ.org/         | ws://example.org/
          ws://faß.example/               | ws://fass.example/
          ws://раypal.example/            | ws://xn--ypal-43d9g.example/
          # IPv4
          ws://127.0.0.1/                 | ws://127.0.0.1/
          ws://0x7f.1/                    | ws://127.0.0.1/
          ws://256/                       | ws://0.0.1.0/
          ws://4294967295/                | ws://255.255.255.255/
          ws://0300.0250.1.2/             | ws://192.168.1.2/
          ws://1.2.3/                     | ws://1.2.0.3/
          ws://192.168.1.2./              | ws://192.168.1.2/
          ws://256.1.1.1/                 | ws://256.1.1.1/
          ws://4294967296/                | ws://4294967296/
          ws://1.2.3.4.5/                 | ws://1.2.3.4.5/
          ws://09.1.1.1/                  | ws://09.1.1.1/
          ws://1..2/                      | ws://1..2/
          ws://1e3/                       | ws://1e3/
          ws://１２７.0.0.1/              | ws://127.0.0.1/
          # IPv6
          ws://[::1]/                     | ws://[::1]/
          ws://[::]:81/                   | ws://[::]:81/
          ws://[2001:DB8::A]:80/x         | ws://[2001:db8::a]/x
          ws://[0:0:0:0:0:0:0:1]/         | ws://[0:0:0:0:0:0:0:1]/
          ws://[::ffff:192.0.2.1]/        | ws://[::ffff:192.0.2.1]/
          ws://[1:2:3:4:5:6:7::]/         | ws://[1:2:3:4:5:6:7::]/
          # path
          wss://h?q                       | wss://h/?q
          wss://h#r                       | wss://h/#r
          wss://h/a/./b/../c              | wss://h/a/c
          wss://h/../../a                 | wss://h/a
          wss://h/a/..                    | wss://h/
          wss://h/a/b/.                   | wss://h/a/b/
          wss://h/a//../b                 | wss://h/a/b
          wss://h/a/%2e%2E/b              | wss://h/b
          wss://h/a/%2e%2e                | wss://h/a/%2e%2e
          wss://h/a/.../b                 | wss://h/a/.../b
          wss://h/x?a/../b#c/../d         | wss://h/x?a/../b#c/../d
          wss://h/x?                      | wss://h/x?
          wss://h/x#                      | wss://h/x#
          wss://h/x?#                     | wss://h/x?#
          # escapes
          wss://h/a b                     | wss://h/a%20b
          wss://h/%7e%zz%                 | wss://h/%7e%zz%
          wss://h/ü                       | wss://h/%C3%BC
          wss://h/?ü'<>"                  | wss://h/?%C3%BC%27%3C%3E%22
          wss://h/?a#b c"<>               | wss://h/?a#b%20c%22%3C%3E
          """)
  void becomes(String spec, String expected) {
    assertEquals(expected, StandardUri.parse(spec, null, 1_000_000).getSpec());
  }
}
