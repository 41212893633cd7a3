package org.xpcom4j.contract.host.command;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.xpcom4j.contract.host.fixture.CommandRun;
import org.xpcom4j.contract.host.fixture.NoLeftovers;

@DisplayName("xpcom contracts")
class ContractsCommandTest {
  @RegisterExtension final NoLeftovers noLeftovers = new NoLeftovers();

  private final CommandRun run = CommandRun.of(XpcomCommand::execute, "contracts");

  @Test
  void eachContractHasItsClassAndModule() {
    assertAll(
        () -> assertEquals(ExitCode.OK, run.exitCode()),
        () ->
            assertTrue(
                run.out()
                    .lines()
                    .anyMatch(
                        line ->
                            line.matches(
                                "@example\\.org/greeter;1 +org\\.example\\.greeter\\.Greeter"
                                    + " +org\\.xpcom4j\\.contract\\.host")),
                run.out()),
        () ->
            assertTrue(
                run.out()
                    .lines()
                    .anyMatch(
                        line ->
                            line.matches(
                                "@mozilla\\.org/network/protocol;1\\?name=wss +"
                                    + "org\\.xpcom4j\\.necko\\.\\S+ +org\\.xpcom4j\\.necko")),
                run.out()));
  }

  @Test
  void contractsAreSorted() {
    List<String> lines = run.out().lines().toList();

    assertEquals(lines.stream().sorted().toList(), lines);
  }
}
