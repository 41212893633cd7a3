package org.xpcom4j.idl.processor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What Gradle reads about the processor")
class GradleMetadataTest {
  private static final Path FILE =
      Path.of("src/main/resources/META-INF/gradle/incremental.annotation.processors");

  @Test
  void saysThatItIsIsolating() throws IOException {
    assertEquals(
        XpIdlProcessor.class.getName() + ",isolating", Files.readString(FILE, UTF_8).strip());
  }
}
