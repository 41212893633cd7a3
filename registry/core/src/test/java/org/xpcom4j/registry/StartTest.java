package org.xpcom4j.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.core.Context;
import com.google.common.collect.ImmutableList;
import com.google.inject.Injector;
import jakarta.inject.Provider;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jctools.queues.MessagePassingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.xpcom4j.interfaces.nsISupports;
import org.xpcom4j.registry.component.ComponentTable;
import org.xpcom4j.registry.sample.Contracts;

/** What a start of the registry loads, seen in a process of its own. */
class StartTest {

  private static final String SAMPLES = "org.xpcom4j.registry.sample.";

  @TempDir private Path folder;

  /** Starts a registry, and makes the component whose contract ID is the first argument. */
  static final class Starter {

    private Starter() {}

    public static void main(String[] args) {
      Xpcom xpcom = Xpcom.start(); // nothing is closed: this is about the start
      if (args.length > 0) {
        xpcom.createInstance(args[0], nsISupports.class);
      }
    }
  }

  @Test
  void loadsNoComponentBeforeItIsAskedFor() throws Exception {
    Set<String> loaded = classesLoadedBy();

    assertTrue(loaded.contains(SAMPLES + "Components"), "the table is read");
    assertEquals(List.of(), only(loaded, name -> isSampleComponent(name)));
    assertTrue(loaded.contains("org.xpcom4j.registry.pref.Components"), "the table is read");
    assertEquals(
        List.of(), only(loaded, name -> name.startsWith("org.xpcom4j.registry.pref.Pref")));
    assertEquals(List.of(), only(loaded, name -> name.endsWith(".ThreadManager")));
  }

  @Test
  void loadsOnlyTheComponentThatIsAskedFor() throws Exception {
    assertEquals(
        List.of(SAMPLES + "Greeter"),
        only(classesLoadedBy(Contracts.GREETER), StartTest::isSampleComponent));
  }

  @Test
  void wakesNeitherGuiceNorAnythingElseThatIsSlowAndNotNeededYet() throws Exception {
    Set<String> loaded = classesLoadedBy(Contracts.GREETER);

    assertEquals(List.of(), only(loaded, name -> name.startsWith("com.google.")));
    assertEquals(List.of(), only(loaded, name -> name.startsWith("java.lang.management.")));
    assertEquals(List.of(), only(loaded, name -> name.startsWith("org.jctools.")));
    assertEquals(
        List.of(),
        only(loaded, name -> name.startsWith("org.xpcom4j.") && name.contains("$$Lambda")));
    assertTrue(
        loaded.contains("java.util.concurrent.ConcurrentHashMap"), "the list is what it should be");
  }

  /** Where the classes of this process come from, however it was started. */
  private static String classPath() {
    return Stream.of(
            StartTest.class,
            Xpcom.class,
            ComponentTable.class,
            nsISupports.class,
            Provider.class,
            Injector.class,
            ImmutableList.class,
            MessagePassingQueue.class,
            LoggerFactory.class,
            LoggerContext.class,
            Context.class)
        .map(type -> Path.of(locationOf(type)).toString())
        .distinct()
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static URI locationOf(Class<?> type) {
    return URI.create(type.getProtectionDomain().getCodeSource().getLocation().toString());
  }

  private static boolean isSampleComponent(String name) {
    return name.startsWith(SAMPLES)
        && !name.equals(SAMPLES + "Components")
        && !name.equals(SAMPLES + "Contracts");
  }

  private static List<String> only(Set<String> loaded, Predicate<String> wanted) {
    return loaded.stream().filter(wanted).sorted().toList();
  }

  private Set<String> classesLoadedBy(String... args) throws IOException, InterruptedException {
    Path log = folder.resolve("classes.txt");
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+load:file=" + log + ":none",
                "-cp",
                classPath(),
                Starter.class.getName()));
    command.addAll(List.of(args));
    Path output = folder.resolve("output.txt");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertEquals(0, process.waitFor(), () -> read(output));
    try (var lines = Files.lines(log)) {
      return lines.map(line -> line.split(" ", 2)[0]).collect(Collectors.toSet());
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException gone) {
      return gone.toString();
    }
  }
}
