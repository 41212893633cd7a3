package org.xpcom4j.idl.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The xpidl command line")
class XpidlTest {
  @Test
  void helpListsTheCommands() {
    CommandRun run = CommandRun.of("--help");
    assertEquals(0, run.exitCode());
    assertTrue(run.out().startsWith("Usage: xpidl [-hV] COMMAND\n"), run.out());
    assertTrue(run.out().contains("\n  check "), run.out());
    assertTrue(run.out().contains("\n  2   wrong command line\n"), run.out());
  }

  @Test
  void everyCommandHasHelp() {
    CommandRun run = CommandRun.of("check", "--help");
    assertEquals(0, run.exitCode());
    assertTrue(run.out().contains("--keep-going"), run.out());
  }

  @ParameterizedTest(name = "xpidl {0}")
  @CsvSource({
    "'', a command is missing",
    "chekc, Unmatched argument at index 0: 'chekc'",
    "check, Missing required parameter: 'FILE'",
    "check --fast x.idl, Unknown option: '--fast'",
    "check --format xml x.idl, 'unknown format \"xml\", expected text or json'",
    "check --jobs 0 x.idl, --jobs must be 1 or more",
    "check --jobs two x.idl, 'Invalid value for option ''--jobs'''",
    "check -I, 'Missing required parameter for option ''-I'''",
    "java --package a-b x.idl, '\"a-b\" cannot be the name of a package'"
  })
  void badUsageIsExplained(String line, String explanation) {
    CommandRun run = CommandRun.of(line.isEmpty() ? new String[0] : line.split(" ", -1));
    assertEquals(2, run.exitCode(), run.err());
    assertTrue(run.err().contains(explanation), run.err());
    assertEquals("", run.out());
  }
}
