package org.xpcom4j.contract.suite.torture;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xpcom4j.contract.suite.torture.report.ComparisonFolder;

@DisplayName("A comparison of two runs")
class ComparisonTest {
  private static final TortureCase ONE = CaseSelection.of("framing.text.1").get(0);
  private static final TortureCase TWO = CaseSelection.of("ping.ten").get(0);

  private static final TortureRun GOOD =
      run("Good <1.0>", result(ONE, Verdict.OK), result(TWO, Verdict.OK));
  private static final TortureRun BAD =
      run("Bad", result(ONE, Verdict.FAILED, "it said \"no\" & left"));

  @TempDir private Path folder;

  @Test
  void hasARowForEachCaseAndAVerdictForEachRun() throws IOException {
    ComparisonFolder.write(List.of(GOOD, BAD), List.of("good", "bad"), folder);

    String json = Files.readString(folder.resolve("report.json")).replaceAll("\\s+", " ");
    assertAll(
        () -> assertTrue(json.contains("\"verdicts\": [ \"ok\", \"failed\" ]"), json),
        () -> assertTrue(json.contains("\"verdicts\": [ \"ok\", \"not played\" ]"), json));
  }

  @Test
  void leadsFromAVerdictToTheReportThatExplainsIt() throws IOException {
    String page = page();

    assertTrue(page.contains("<a href=\"bad/index.html#framing.text.1\""), page);
  }

  @Test
  void showsWhatWasFoundAsTextWhateverItSays() throws IOException {
    String page = page();

    assertAll(
        () -> assertTrue(page.contains("it said &quot;no&quot; &amp; left"), page),
        () -> assertTrue(page.contains("Good &lt;1.0&gt;"), page));
  }

  @Test
  void needsAFolderForEachRun() {
    assertThrows(
        IllegalArgumentException.class,
        () -> ComparisonFolder.write(List.of(GOOD, BAD), List.of("good"), folder));
  }

  @Test
  void marksRowsWhereSomebodyDoesNotDoWell() throws IOException {
    Path page =
        ComparisonFolder.write(
            List.of(GOOD, run("Other", result(ONE, Verdict.NON_STRICT), result(TWO, Verdict.OK))),
            List.of("good", "other"),
            folder);

    List<String> rows =
        Files.readString(page).lines().filter(line -> line.startsWith("<tr class=")).toList();
    assertEquals(
        List.of("remarkable", "plain"),
        rows.stream().map(row -> row.replaceFirst("<tr class=\"(\\w+)\".*", "$1")).toList());
  }

  private String page() throws IOException {
    return Files.readString(
        ComparisonFolder.write(List.of(GOOD, BAD), List.of("good", "bad"), folder));
  }

  private static TortureRun run(String subject, CaseResult... results) {
    return new TortureRun(
        subject, Instant.EPOCH, Duration.ofSeconds(1), List.of(results), List.of());
  }

  private static CaseResult result(TortureCase torture, Verdict verdict, String... findings) {
    return new CaseResult(torture, verdict, List.of(findings), Duration.ZERO, List.of());
  }
}
