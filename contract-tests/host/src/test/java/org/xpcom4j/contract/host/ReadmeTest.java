package org.xpcom4j.contract.host;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.function.Executable;
import org.xpcom4j.contract.host.demo.Demonstration;
import org.xpcom4j.contract.host.demo.Transcript;
import org.xpcom4j.contract.host.fixture.NoLeftovers;
import org.xpcom4j.contract.host.fixture.Repository;

/**
 * README.md marks a code block with a comment on the line before it: {@code <!-- sample: PATH -->}
 * for the text of a file of this repository, {@code <!-- transcript -->} for the demonstration's.
 */
@DisplayName("What README.md shows")
class ReadmeTest {
  @RegisterExtension final NoLeftovers noLeftovers = new NoLeftovers();

  private static final String GREETER = "contract-tests/host/src/main/";

  private static final String BLOCK = "```\\w*\\n(.*?)^```$";
  private static final Pattern SAMPLE =
      Pattern.compile("^<!-- sample: (\\S+) -->\\n" + BLOCK, Pattern.DOTALL | Pattern.MULTILINE);
  private static final Pattern TRANSCRIPT =
      Pattern.compile("^<!-- transcript -->\\n" + BLOCK, Pattern.DOTALL | Pattern.MULTILINE);

  @Test
  void samplesAreTheFilesThatTheBuildCompiles() throws IOException {
    Map<String, String> samples = samples();
    assertAll(
        samples.entrySet().stream()
            .<Executable>map(
                sample ->
                    () ->
                        assertEquals(
                            Files.readString(Repository.file(sample.getKey())).strip(),
                            sample.getValue().strip(),
                            sample.getKey())));
  }

  @Test
  void theFirstComponentIsShownWhole() throws IOException {
    Map<String, String> samples = samples();
    assertAll(
        () -> assertShown("resources/org/example/greeter/exIGreeter.idl", samples),
        () -> assertShown("java/org/example/greeter/package-info.java", samples),
        () -> assertShown("java/org/example/greeter/Greeter.java", samples),
        () -> assertShown("java/org/example/greeter/HelloGreeter.java", samples));
  }

  @Test
  void theTranscriptHasTheShapeOfARealOne() throws IOException {
    MatchResult shown =
        TRANSCRIPT.matcher(readme()).results().findFirst().orElseThrow(AssertionError::new);
    StringWriter printed = new StringWriter();
    Transcript transcript = new Transcript(new PrintWriter(printed));
    transcript.end(new Demonstration().run(transcript::show));

    assertEquals(shape(printed.toString()), shape(shown.group(1)));
  }

  /** A transcript without what differs between runs, machines and JDKs. */
  private static String shape(String transcript) {
    return transcript
        .strip()
        .replace("\r\n", "\n")
        .replaceAll("localhost:\\d+", "localhost:PORT")
        .replaceAll("TLSv[\\d.]+, \\w+", "TLS VERSION, SUITE");
  }

  private static void assertShown(String file, Map<String, String> samples) {
    assertTrue(samples.containsKey(GREETER + file), file + " is not in README.md");
  }

  private static Map<String, String> samples() throws IOException {
    Map<String, String> samples = new LinkedHashMap<>();
    SAMPLE
        .matcher(readme())
        .results()
        .forEach(sample -> samples.put(sample.group(1), sample.group(2)));
    return samples;
  }

  private static String readme() throws IOException {
    return Files.readString(Repository.file("README.md")).replace("\r\n", "\n");
  }
}
