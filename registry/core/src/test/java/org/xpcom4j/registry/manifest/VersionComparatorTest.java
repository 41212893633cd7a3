package org.xpcom4j.registry.manifest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Two versions")
class VersionComparatorTest {

  private final VersionComparator comparator = new VersionComparator();

  @ParameterizedTest(name = "{0} < {1}")
  @CsvSource({
    "1.0pre, 1.0",
    "1.0pre1, 1.0pre2",
    "1.1pre1, 1.1pre2",
    "1.1pre1a, 1.1pre1",
    "1.1pre1a, 1.1pre1aa",
    "1.1pre1a, 1.1pre1b",
    "1.1pre2, 1.1pre10",
    "1.1pre10, 1.1",
    "1.1a, 1.1aa",
    "1.1aa, 1.1ab",
    "1.1a, 1.1ab",
    "1.1ab, 1.1ac",
    "1.1ac, 1.1b",
    "1.1b, 1.1",
    "1.0a2, 1.0a10",
    "1.1, 1.1.0.1",
    "1.1.0.1, 1.1.*",
    "1.1.*, 1.2",
    "1.99999, 1.*",
    "1.*, 2",
    "2, 10",
    "1.-1, 1",
    "-1, 1",
    "a, 0",
    "1.1-1, 1.1",
    "1.0+, 1.1",
    "1.0, 1.0+",
  })
  void areOrdered(String less, String greater) {
    assertEquals(-1, Integer.signum(comparator.compare(less, greater)));
    assertEquals(1, Integer.signum(comparator.compare(greater, less)));
  }

  @ParameterizedTest(name = "\"{0}\" = \"{1}\"")
  @CsvSource({
    "1, 1.0",
    "1, 1.",
    "1, 1.00",
    "1, 1.0.0",
    "1, 01",
    "1.01, 1.1",
    "1.1pre, 1.1pre0",
    "1.1pre0, 1.0+",
    "1.1pre, 1.0+anything",
    "'', 0",
    "'', .",
    "+1, 1",
  })
  void meanTheSame(String one, String other) {
    assertEquals(0, comparator.compare(one, other));
    assertEquals(0, comparator.compare(other, one));
  }

  @ParameterizedTest
  @ValueSource(strings = {"99999999999999999999", "1.99999999999999999999"})
  void withMoreDigitsThanFitAreTheGreatest(String version) {
    assertEquals(1, Integer.signum(comparator.compare(version, "1.99999")));
    assertEquals(0, comparator.compare(version, version));
  }
}
