package org.xpcom4j.contract.suite.torture.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.xpcom4j.contract.suite.torture.TortureRun;

/** Several runs beside each other, as {@code index.html} and {@code report.json} in one folder. */
public final class ComparisonFolder {
  private ComparisonFolder() {}

  /**
   * Writes the comparison, over an older one.
   *
   * @param runs the runs, a column each
   * @param names for each run the name of the folder, in this one, that {@link ReportFolder} wrote it to
   * @param folder the folder, which is made if need be
   * @return the page for people
   * @throws IOException when they cannot be written
   * @throws IllegalArgumentException when there are not as many names as runs
   */
  public static Path write(List<TortureRun> runs, List<String> names, Path folder)
      throws IOException {
    if (runs.size() != names.size()) {
      throw new IllegalArgumentException(runs.size() + " runs with " + names.size() + " names");
    }
    Comparison comparison = new Comparison(runs);
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("report.json"), ComparisonJson.of(comparison));
    return Files.writeString(folder.resolve("index.html"), ComparisonPage.of(comparison, names));
  }
}
