package org.xpcom4j.contract.host.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.xpcom4j.contract.host.channel.ListenerCall;
import org.xpcom4j.result.XpcomException;

/** Collects one step while it happens. */
final class Notes {
  private final List<Step.Line> lines = new ArrayList<>();
  private final List<Expectation> expectations = new ArrayList<>();

  private Notes() {}

  /** Does a step; an exception that a component throws becomes an expectation that was not met. */
  static Step step(String title, Consumer<Notes> action) {
    Notes notes = new Notes();
    try {
      action.accept(notes);
    } catch (XpcomException e) {
      notes.refused(e);
    }
    return new Step(title, notes.lines, notes.expectations);
  }

  /** A step that an exception ended before it began. */
  static Step failed(String title, XpcomException reason) {
    return step(title, notes -> notes.refused(reason));
  }

  void show(String label, String text) {
    lines.add(new Step.Line(label, text));
  }

  void show(List<ListenerCall> calls) {
    calls.forEach(call -> show("on " + call.thread(), call.text()));
  }

  void expect(String claim, Object expected, Object seen) {
    expectations.add(new Expectation(claim, expected.toString(), seen.toString()));
  }

  private void refused(XpcomException reason) {
    expect("the component's answer", "no exception", String.valueOf(reason.getMessage()));
  }
}
