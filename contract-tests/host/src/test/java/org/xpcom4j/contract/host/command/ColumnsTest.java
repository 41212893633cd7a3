package org.xpcom4j.contract.host.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Columns")
class ColumnsTest {
  @Test
  void areAsWideAsTheirWidestCell() {
    assertEquals(
        List.of("a    bb  c", "aaa  b   cc"),
        Columns.of(List.of(List.of("a", "bb", "c"), List.of("aaa", "b", "cc"))));
  }

  @Test
  void ofNoRowsAreNoLines() {
    assertEquals(List.of(), Columns.of(List.of()));
  }
}
