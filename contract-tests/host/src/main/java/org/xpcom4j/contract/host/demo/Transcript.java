package org.xpcom4j.contract.host.demo;

import java.io.PrintWriter;

/** Prints the steps of the demonstration for people. */
public final class Transcript {
  private static final int LABEL_WIDTH = 14;

  private final PrintWriter out;
  private int shown;
  private String last = "";

  /**
   * Starts a transcript.
   *
   * @param out where it is printed; flushed after each step
   */
  public Transcript(PrintWriter out) {
    this.out = out;
  }

  /**
   * Prints one step, and what about it was not as it should be.
   *
   * @param step a step that is done
   */
  public void show(Step step) {
    shown++;
    last = step.title();
    out.println(step.title());
    step.lines().forEach(line -> print(line.label(), line.text()));
    step.unmet().forEach(expectation -> print("NOT SO", expectation.difference()));
    out.flush();
  }

  /**
   * Prints how it ended.
   *
   * @param asItShouldBe whether every step was
   */
  public void end(boolean asItShouldBe) {
    out.println(
        asItShouldBe
            ? shown + " steps, each as it should be"
            : "step " + shown + " was not as it should be: " + last);
    out.flush();
  }

  private void print(String label, String text) {
    out.println("  " + label + " ".repeat(Math.max(1, LABEL_WIDTH - label.length())) + text);
  }
}
