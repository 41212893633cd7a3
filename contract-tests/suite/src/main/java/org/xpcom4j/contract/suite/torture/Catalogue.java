package org.xpcom4j.contract.suite.torture;

import java.util.List;
import java.util.stream.Stream;

/** All cases there are. */
public final class Catalogue {
  private static final List<TortureCase> ALL =
      Stream.of(
              HandshakeCases.all(),
              FramingCases.all(),
              PingCases.all(),
              ReservedCases.all(),
              FragmentationCases.all(),
              Utf8Cases.all(),
              CloseCases.all(),
              LimitCases.all(),
              CompressionCases.all(),
              CompressionOfferCases.all(),
              CompressionLoadCases.all())
          .flatMap(cases -> cases)
          .toList();

  private Catalogue() {}

  /**
   * Lists the cases.
   *
   * @return all of them, in the order in which they are played
   */
  public static List<TortureCase> all() {
    return ALL;
  }

  /**
   * Lists the categories.
   *
   * @return the first words of the ids
   */
  public static List<String> categories() {
    return ALL.stream().map(TortureCase::category).distinct().toList();
  }
}
