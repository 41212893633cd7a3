package org.xpcom4j.interfaces;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("All interfaces as their users see them")
class ApiTest {

  private static final Pattern HEAD = Pattern.compile("(?:function )?(\\w+)");

  /** Frozen interfaces never change: a difference here is a mistake, unless an interface is new. */
  @Test
  void areAsReviewed() throws IOException {
    String reviewed = reviewed();
    String actual =
        reviewed
            .lines()
            .map(HEAD::matcher)
            .filter(Matcher::lookingAt)
            .map(head -> ApiText.of(named(head.group(1))))
            .collect(Collectors.joining("\n"));
    assertEquals(reviewed, actual);
  }

  private static Class<?> named(String name) {
    try {
      return Class.forName("org.xpcom4j.interfaces." + name);
    } catch (ClassNotFoundException e) {
      throw new AssertionError(name + " is missing", e);
    }
  }

  private static String reviewed() throws IOException {
    try (InputStream text = ApiTest.class.getResourceAsStream("api.txt")) {
      return new String(text.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
