package org.xpcom4j.contract.host.command;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xpcom4j.contract.host.fixture.CommandRun;
import org.xpcom4j.contract.host.fixture.NoLeftovers;

@DisplayName("xpcom: looking into the registry")
class InspectionCommandsTest {
  @RegisterExtension final NoLeftovers noLeftovers = new NoLeftovers();

  private static CommandRun run(String... args) {
    CommandRun run = CommandRun.of(XpcomCommand::execute, args);
    assertEquals(ExitCode.OK, run.exitCode(), run.err());
    return run;
  }

  private static void assertHasLine(String line, CommandRun run) {
    assertTrue(run.out().lines().anyMatch(line::equals), () -> line + " is not in\n" + run.out());
  }

  @Test
  void contractsAreDrawnAsATree() {
    CommandRun run = run("contracts", "--tree");

    assertAll(
        () -> assertHasLine("@mozilla.org/", run),
        () -> assertHasLine("  network/", run),
        () ->
            assertHasLine(
                "  observer-service;1  org.xpcom4j.registry.observer.ObserverService"
                    + " (org.xpcom4j.registry)",
                run),
        () ->
            assertTrue(
                run.out().contains("\n    protocol;1?name=wss  org.xpcom4j.necko."), run.out()));
  }

  @Test
  void contractsAreWrittenAsJson() {
    CommandRun run = run("contracts", "--json");

    assertAll(
        () -> assertTrue(run.out().startsWith("[\n  {\n    \"contract\": \"@"), run.out()),
        () -> assertTrue(run.out().endsWith("\n  }\n]\n"), run.out()),
        () -> assertHasLine("    \"contract\": \"@example.org/greeter;1\",", run),
        () -> assertHasLine("    \"class\": \"org.example.greeter.Greeter\",", run),
        () -> assertHasLine("    \"module\": \"org.xpcom4j.contract.host\",", run));
  }

  @Test
  void treeAndJsonExcludeEachOther() {
    CommandRun run = CommandRun.of(XpcomCommand::execute, "contracts", "--tree", "--json");

    assertEquals(ExitCode.USAGE, run.exitCode());
  }

  @Test
  void describeTellsWhatIsKnownOfAClass() {
    CommandRun run = run("describe", "@mozilla.org/categorymanager;1");

    assertAll(
        () -> assertHasLine("org.xpcom4j.registry.category.CategoryManager", run),
        () -> assertHasLine("  class ID        {16d222a6-1dd2-11b2-b693-f38b02c021b2}", run),
        () -> assertHasLine("  contracts       @mozilla.org/categorymanager;1", run),
        () -> assertHasLine("  interfaces      nsICategoryManager", run),
        () -> assertHasLine("                  nsISupports", run),
        () -> assertHasLine("  scope           service", run),
        () -> assertHasLine("  registered by   component table of org.xpcom4j.registry", run),
        () -> assertHasLine("  service         not made yet", run),
        () ->
            assertHasLine(
                "                  @mozilla.org/observer-service;1 (later) ->"
                    + " org.xpcom4j.registry.observer.ObserverService",
                run));
  }

  @Test
  void describeTellsWhoAsksForAClass() {
    CommandRun run = run("describe", "@mozilla.org/observer-service;1");

    assertTrue(
        run.out().contains("org.xpcom4j.registry.category.CategoryManager (later)"), run.out());
    assertTrue(run.out().contains("  asked for by "), run.out());
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "{16d222a6-1dd2-11b2-b693-f38b02c021b2}",
        "16D222A6-1dd2-11b2-b693-f38b02c021b2",
        "nsICategoryManager",
        "CategoryManager",
        "org.xpcom4j.registry.category.CategoryManager"
      })
  void describeTakesEachNameOfAClass(String name) {
    assertHasLine("org.xpcom4j.registry.category.CategoryManager", run("describe", name));
  }

  @Test
  void describeNamesWhatIsNearAnUnknownContract() {
    CommandRun run =
        CommandRun.of(XpcomCommand::execute, "describe", "@mozilla.org/categorymanagre;1");

    assertAll(
        () -> assertEquals(ExitCode.REFUSED, run.exitCode()),
        () -> assertTrue(run.err().contains("NS_ERROR_FACTORY_NOT_REGISTERED"), run.err()),
        () -> assertTrue(run.err().contains("@mozilla.org/categorymanager;1"), run.err()));
  }

  @Test
  void describeRefusesANameThatNobodyHas() {
    CommandRun run = CommandRun.of(XpcomCommand::execute, "describe", "nsINothing");

    assertAll(
        () -> assertEquals(ExitCode.USAGE, run.exitCode()),
        () ->
            assertTrue(
                run.err()
                    .contains(
                        "no contract, class or interface of a component is called \"nsINothing\""),
                run.err()));
  }

  @Test
  void graphIsMermaidUnlessToldOtherwise() {
    List<String> lines = run("graph").out().lines().toList();

    assertEquals("flowchart LR", lines.get(0));
    String manager = nodeOf(lines, "([\"CategoryManager\"])");
    String observers = nodeOf(lines, "([\"ObserverService\"])");
    assertTrue(lines.contains("  " + manager + " -.-> " + observers), () -> lines.toString());
  }

  private static String nodeOf(List<String> lines, String label) {
    return lines.stream()
        .filter(line -> line.endsWith(label))
        .map(line -> line.substring(2, line.length() - label.length()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void graphMayBeForGraphviz() {
    CommandRun run = run("graph", "--format", "dot");

    assertAll(
        () -> assertTrue(run.out().startsWith("digraph services {\n"), run.out()),
        () -> assertTrue(run.out().endsWith("\n}\n"), run.out()),
        () -> assertTrue(run.out().contains("[label=\"CategoryManager\", shape=ellipse];")),
        () -> assertTrue(run.out().contains(" [style=dashed];"), run.out()));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"contracts", "graph"})
  void timingTellsWhereTheTimeWent(String command) {
    CommandRun run = run(command, "--timing");

    assertTrue(
        run.err().matches("(?s) *\\d+\\.\\d{3} ms to find \\d+ component tables\n.*"), run.err());
    assertTrue(run.err().contains(" ms to register "), run.err());
  }
}
