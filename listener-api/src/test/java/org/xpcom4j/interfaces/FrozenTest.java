package org.xpcom4j.interfaces;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The freeze file")
class FrozenTest {
  private static final Pattern HEAD =
      Pattern.compile("^interface (\\w+) in \\S+, frozen (.+)$", Pattern.MULTILINE);

  @Test
  void freezesEveryInterface() throws IOException {
    List<String> names =
        read("iids.txt").lines().map(line -> line.substring(0, line.indexOf(' '))).toList();
    assertEquals(
        names.stream().sorted().toList(), heads().stream().map(head -> head.group(1)).toList());
  }

  @Test
  void freezesTheWebSocketChannelForGood() throws IOException {
    assertEquals(
        List.of("nsIWebSocketChannel"),
        heads().stream()
            .filter(head -> head.group(2).equals("for good"))
            .map(head -> head.group(1))
            .toList());
  }

  private static List<MatchResult> heads() throws IOException {
    return HEAD.matcher(read("frozen.txt")).results().toList();
  }

  private static String read(String name) throws IOException {
    try (InputStream in = FrozenTest.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
