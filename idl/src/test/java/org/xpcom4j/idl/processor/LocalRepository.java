package org.xpcom4j.idl.processor;

import com.palantir.javapoet.JavaFile;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A local Maven repository that has all of another one, by symbolic links, and besides this
 * project's artifacts, which the other never gets to see.
 *
 * @param root its folder
 */
record LocalRepository(Path root) implements AutoCloseable {
  private static final Path GROUP = Path.of("org", "xpcom4j");
  private static final Pattern VERSION = Pattern.compile("javapoet-(.*)\\.jar");

  static LocalRepository over(Path other, Path root) throws IOException {
    Path folder = root;
    Path shown = other;
    for (Path own : GROUP) {
      Files.createDirectories(folder);
      try (Stream<Path> entries = Files.list(shown)) {
        for (Path entry : entries.toList()) {
          if (!entry.endsWith(own)) {
            Files.createSymbolicLink(folder.resolve(entry.getFileName()), entry.toRealPath());
          }
        }
      }
      folder = folder.resolve(own);
      shown = shown.resolve(own);
    }
    return new LocalRepository(root);
  }

  /** Takes the links away, so that nothing follows them. */
  @Override
  public void close() throws IOException {
    for (Path folder : List.of(root, root.resolve(GROUP.getParent()))) {
      try (Stream<Path> entries = Files.list(folder)) {
        for (Path link : entries.filter(Files::isSymbolicLink).toList()) {
          Files.delete(link);
        }
      }
    }
  }

  /** The processor as it was just compiled. */
  void addCompiler() throws IOException, URISyntaxException {
    Path jar = Files.createTempFile(root, "idl", ".jar");
    Path classes = place(XpIdlProcessor.class);
    try (var out = new JarOutputStream(Files.newOutputStream(jar));
        Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        out.putNextEntry(new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
        Files.copy(file, out);
        out.closeEntry();
      }
    }
    Matcher version = VERSION.matcher(place(JavaFile.class).getFileName().toString());
    if (!version.matches()) {
      throw new AssertionError("no version in " + place(JavaFile.class));
    }
    add(
        "xpcom4j-idl",
        jar,
        """
        <dependencies><dependency>
          <groupId>com.palantir.javapoet</groupId>
          <artifactId>javapoet</artifactId>
          <version>%s</version>
        </dependency></dependencies>
        """
            .formatted(version.group(1)));
  }

  void add(String artifact, Path jar, String dependencies) throws IOException {
    String version = System.getProperty("project.version");
    Path folder = Files.createDirectories(root.resolve(GROUP).resolve(artifact).resolve(version));
    Files.copy(jar, folder.resolve(artifact + "-" + version + ".jar"));
    Files.writeString(
        folder.resolve(artifact + "-" + version + ".pom"),
        """
        <project>
          <modelVersion>4.0.0</modelVersion>
          <groupId>org.xpcom4j</groupId>
          <artifactId>%s</artifactId>
          <version>%s</version>
          %s
        </project>
        """
            .formatted(artifact, version, dependencies));
  }

  private static Path place(Class<?> type) throws URISyntaxException {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }
}
