package org.xpcom4j.contract.host.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.xpcom4j.result.Nsresult;
import org.xpcom4j.result.XpcomException;

@DisplayName("The transcript")
class TranscriptTest {
  private final StringWriter printed = new StringWriter();
  private final Transcript transcript = new Transcript(new PrintWriter(printed));

  @Test
  void setsLabelsAndTextsUnderEachOther() {
    transcript.show(
        new Step(
            "tea",
            List.of(new Step.Line("host", "pour(cup)"), new Step.Line("a rather long label", "x")),
            List.of(new Expectation("cup", "full", "full"))));
    transcript.end(true);

    assertPrinted(
        """
        tea
          host          pour(cup)
          a rather long label x
        1 steps, each as it should be
        """);
  }

  @Test
  void saysWhatWasNotAsItShouldBe() {
    transcript.show(new Step("tea", List.of(), List.of(new Expectation("cup", "full", "empty"))));
    transcript.end(false);

    assertPrinted(
        """
        tea
          NOT SO        cup: expected full, was empty
        step 1 was not as it should be: tea
        """);
  }

  @Test
  void showsWhatAComponentThrew() {
    transcript.show(
        Notes.step(
            "tea",
            notes -> {
              notes.show("host", "pour(cup)");
              throw new XpcomException(Nsresult.NS_ERROR_NOT_AVAILABLE, "no pot");
            }));

    assertPrinted(
        """
        tea
          host          pour(cup)
          NOT SO        the component's answer: expected no exception, was\
         NS_ERROR_NOT_AVAILABLE (0x80040111): no pot
        """);
  }

  private void assertPrinted(String expected) {
    assertEquals(expected, printed.toString().replace(System.lineSeparator(), "\n"));
  }
}
