package org.xpcom4j.contract.suite.torture;

import java.util.List;
import java.util.Set;
import org.xpcom4j.contract.kit.websocket.Side;

/** One case: a rule, and a script that shows whether an endpoint keeps it. */
public final class TortureCase {
  private static final Set<Side> BOTH = Set.of(Side.CLIENT, Side.SERVER);

  private final String id;
  private final String section;
  private final String rule;
  private final Level level;
  private final Set<Side> subjects;
  private final Opening opening;
  private final List<Step> steps;

  private TortureCase(
      String id,
      String section,
      String rule,
      Level level,
      Set<Side> subjects,
      Opening opening,
      List<Step> steps) {
    this.id = id;
    this.section = section;
    this.rule = rule;
    this.level = level;
    this.subjects = subjects;
    this.opening = opening;
    this.steps = steps;
  }

  /** A required case for both sides. */
  static TortureCase of(String id, String section, String rule, Step... steps) {
    return new TortureCase(
        id, section, rule, Level.REQUIRED, BOTH, new Opening.Plain(), List.of(steps));
  }

  TortureCase at(Level other) {
    return new TortureCase(id, section, rule, other, subjects, opening, steps);
  }

  TortureCase onlyFor(Side subject) {
    return new TortureCase(id, section, rule, level, Set.of(subject), opening, steps);
  }

  TortureCase opening(Opening other) {
    return new TortureCase(id, section, rule, level, subjects, other, steps);
  }

  /**
   * Names the case.
   *
   * @return words with dots between them, the first of which is the category
   */
  public String id() {
    return id;
  }

  /**
   * Names the category.
   *
   * @return the first word of the id
   */
  public String category() {
    return id.substring(0, id.indexOf('.'));
  }

  /**
   * Tells where the rule comes from.
   *
   * @return a section of RFC 6455, or of another RFC that is named
   */
  public String section() {
    return section;
  }

  /**
   * Tells what is tested.
   *
   * @return a sentence about the endpoint
   */
  public String rule() {
    return rule;
  }

  /**
   * Tells how strict the rule is.
   *
   * @return the level
   */
  public Level level() {
    return level;
  }

  /**
   * Tells for whom the case is.
   *
   * @param subject the side that is tested
   * @return whether the rule is one for that side
   */
  public boolean isFor(Side subject) {
    return subjects.contains(subject);
  }

  Opening opening() {
    return opening;
  }

  List<Step> steps() {
    return steps;
  }

  @Override
  public String toString() {
    return id;
  }
}
