package org.xpcom4j.registry.manager;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearMissesTest {

  private static final List<String> REGISTERED =
      List.of(
          "@mozilla.org/network/protocol;1?name=ws",
          "@mozilla.org/network/protocol;1?name=wss",
          "@mozilla.org/network/io-service;1",
          "@mozilla.org/observer-service;1",
          "@mozilla.org/thread-manager;1");

  @Test
  void threeNearestComeInOrder() {
    assertEquals(
        List.of(
            "@mozilla.org/network/protocol;1?name=ws",
            "@mozilla.org/network/protocol;1?name=wss",
            "@mozilla.org/network/io-service;1"),
        NearMisses.of("@mozilla.org/network/protocol;1?name=wws", REGISTERED));
  }

  @Test
  void familyCountsMoreThanLength() {
    assertEquals(
        "@mozilla.org/network/protocol;1?name=ws",
        NearMisses.of("@mozilla.org/network/protocol;2", REGISTERED).get(0));
  }

  @Test
  void textWithoutAnyLikenessStillFindsThree() {
    assertEquals(3, NearMisses.of("", REGISTERED).size());
    assertEquals(3, NearMisses.of("x".repeat(10_000), REGISTERED).size());
  }

  @Test
  void emptyRegistryHasNone() {
    assertEquals(List.of(), NearMisses.of("@mozilla.org/observer-service;1", List.of()));
  }
}
