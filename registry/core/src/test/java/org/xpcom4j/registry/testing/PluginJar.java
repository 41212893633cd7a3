package org.xpcom4j.registry.testing;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.inject.Injector;
import jakarta.inject.Inject;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.jspecify.annotations.NullMarked;
import org.xpcom4j.interfaces.nsISupports;
import org.xpcom4j.registry.Xpcom;
import org.xpcom4j.registry.component.Component;

/** A jar that is made of a folder of sources among the tests' resources. */
public final class PluginJar {

  /** The files of each folder, compiled once. */
  private static final Map<String, Map<String, byte[]>> COMPILED = new ConcurrentHashMap<>();

  private final Map<String, byte[]> files;

  private PluginJar(Map<String, byte[]> files) {
    this.files = new TreeMap<>(files);
  }

  /**
   * Compiles sources with the component processor, on the class path of the tests.
   *
   * @param folder the folder below {@code plugins/}
   * @return the classes and the other files of the folder
   */
  public static PluginJar of(String folder) {
    return new PluginJar(COMPILED.computeIfAbsent(folder, PluginJar::compile));
  }

  /**
   * Begins without files.
   *
   * @return an empty jar
   */
  public static PluginJar empty() {
    return new PluginJar(Map.of());
  }

  /**
   * Adds a file.
   *
   * @param path its name in the jar
   * @param bytes what is in it
   * @return this
   */
  public PluginJar with(String path, byte[] bytes) {
    files.put(path, bytes);
    return this;
  }

  /**
   * Leaves files out.
   *
   * @param path tells which, by their names in the jar
   * @return this
   */
  public PluginJar without(Predicate<String> path) {
    files.keySet().removeIf(path);
    return this;
  }

  /**
   * Writes the jar.
   *
   * @param file where; replaced if it is there
   * @return the same file
   * @throws IOException if it cannot be written
   */
  public Path writeTo(Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        var jar = new JarOutputStream(out)) {
      for (Map.Entry<String, byte[]> each : files.entrySet()) {
        jar.putNextEntry(new JarEntry(each.getKey()));
        jar.write(each.getValue());
      }
    }
    return file;
  }

  /**
   * Writes the files into a folder.
   *
   * @param folder where
   * @return the same folder
   * @throws IOException if they cannot be written
   */
  public Path unpackTo(Path folder) throws IOException {
    for (Map.Entry<String, byte[]> each : files.entrySet()) {
      Path file = folder.resolve(each.getKey());
      Files.createDirectories(file.getParent());
      Files.write(file, each.getValue());
    }
    return folder;
  }

  private static Map<String, byte[]> compile(String folder) {
    try {
      Path sources = Path.of(PluginJar.class.getResource("/plugins/" + folder).toURI());
      Path classes = Files.createTempDirectory("plugin-jar");
      compile(list(sources, true), classes);
      var files = new TreeMap<String, byte[]>();
      for (Path root : List.of(classes, sources)) {
        for (Path file : list(root, false)) {
          files.putIfAbsent(
              root.relativize(file).toString().replace(File.separatorChar, '/'),
              Files.readAllBytes(file));
        }
      }
      return files;
    } catch (Exception failure) {
      throw new IllegalStateException("plug-in " + folder, failure);
    }
  }

  private static List<Path> list(Path root, boolean isJava) throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(file -> Files.isRegularFile(file))
          .filter(file -> file.toString().endsWith(".java") == isJava)
          .toList();
    }
  }

  private static void compile(List<Path> sources, Path classes) throws IOException {
    var messages = new StringWriter();
    String path = classPath();
    List<String> options = new ArrayList<>();
    options.addAll(List.of("-d", classes.toString(), "-parameters"));
    options.addAll(List.of("-classpath", path, "-processorpath", path));
    var compiler = ToolProvider.getSystemJavaCompiler();
    try (var files = compiler.getStandardFileManager(null, null, null)) {
      boolean compiled =
          compiler
              .getTask(
                  messages, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
              .call();
      assertTrue(compiled, messages.toString());
    }
  }

  /** What a component is compiled against; the launcher of the tests may hide the class path. */
  private static String classPath() {
    return Stream.of(
            Xpcom.class,
            Component.class,
            nsISupports.class,
            Inject.class,
            Injector.class,
            NullMarked.class,
            PluginJar.class)
        .map(PluginJar::locationOf)
        .distinct()
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static String locationOf(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
