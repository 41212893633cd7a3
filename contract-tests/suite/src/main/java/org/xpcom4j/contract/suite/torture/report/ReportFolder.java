package org.xpcom4j.contract.suite.torture.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.xpcom4j.contract.suite.torture.TortureRun;

/** Both reports of a run, as {@code index.html} and {@code report.json} in one folder. */
public final class ReportFolder {
  private ReportFolder() {}

  /**
   * Writes the reports, over older ones.
   *
   * @param run the run
   * @param folder the folder, which is made if need be
   * @return the page for people
   * @throws IOException when they cannot be written
   */
  public static Path write(TortureRun run, Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("report.json"), JsonReport.of(run));
    return Files.writeString(folder.resolve("index.html"), HtmlReport.of(run));
  }
}
