package org.xpcom4j.contract.suite.torture;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Chooses cases by patterns: ids, in which {@code *} stands for anything. */
public final class CaseSelection {
  private CaseSelection() {}

  /**
   * Chooses cases.
   *
   * @param patterns patterns with commas between them, such as {@code framing.*,utf8.invalid.*}
   * @return the cases that fit one of them, in the order of the catalogue
   * @throws IllegalArgumentException when a pattern fits no case
   */
  public static List<TortureCase> of(String patterns) {
    Set<TortureCase> chosen = new LinkedHashSet<>();
    for (String pattern : patterns.split(",", -1)) {
      Pattern compiled = Pattern.compile(Pattern.quote(pattern.strip()).replace("*", "\\E.*\\Q"));
      List<TortureCase> fitting =
          Catalogue.all().stream()
              .filter(torture -> compiled.matcher(torture.id()).matches())
              .toList();
      if (fitting.isEmpty()) {
        throw new IllegalArgumentException(
            "no case fits \"" + pattern.strip() + "\"; categories are " + Catalogue.categories());
      }
      chosen.addAll(fitting);
    }
    List<TortureCase> inOrder = new ArrayList<>(Catalogue.all());
    inOrder.retainAll(chosen);
    return inOrder;
  }
}
