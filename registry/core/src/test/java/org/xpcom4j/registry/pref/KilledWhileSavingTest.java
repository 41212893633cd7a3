package org.xpcom4j.registry.pref;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.xpcom4j.result.XpcomException;

@DisplayName("A preference file whose process is killed while it saves")
class KilledWhileSavingTest {

  private static final int KILLS = Integer.getInteger("xpcom4j.kills", 15);

  @TempDir Path folder;

  /** Where the classes are that the process needs, however this JVM found them. */
  private static String classPath() {
    return Stream.of(EndlessSaver.class, PrefFile.class, XpcomException.class, Logger.class)
        .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
        .map(location -> Path.of(URI.create(location.toString())).toString())
        .distinct()
        .collect(Collectors.joining(File.pathSeparator));
  }

  @Test
  @Timeout(900)
  void isWholeEachTime() throws IOException, InterruptedException {
    Path file = folder.resolve("prefs.js");
    var random = new Random(20_261_124);
    for (int kill = 0; kill < KILLS; kill++) {
      Process saver =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-XX:TieredStopAtLevel=1",
                  "-XX:+UseSerialGC",
                  "-cp",
                  classPath(),
                  EndlessSaver.class.getName(),
                  file.toString())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      try {
        assertEquals('.', saver.getInputStream().read());
        TimeUnit.MICROSECONDS.sleep(random.nextInt(30_000)); // anywhere in a round
      } finally {
        saver.destroyForcibly().waitFor();
      }
      PrefFileParser.Content content = PrefFileParser.parse(Files.readAllBytes(file));
      assertEquals(List.of(), content.problems());
      assertEquals(EndlessSaver.PREFERENCES, content.statements().size());
      assertEquals(1, content.statements().stream().map(PrefStatement::value).distinct().count());
    }
  }
}
