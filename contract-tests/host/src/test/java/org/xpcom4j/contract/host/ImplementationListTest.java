package org.xpcom4j.contract.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.xpcom4j.contract.host.fixture.NoLeftovers;
import org.xpcom4j.contract.host.fixture.Repository;
import org.xpcom4j.registry.Xpcom;

/** The reference pages of the interfaces are made before any component is compiled. */
@DisplayName("The list of implementations in the reference pages")
class ImplementationListTest {
  @RegisterExtension final NoLeftovers noLeftovers = new NoLeftovers();

  private static final String LIST = "listener-api/src/main/reference/implementations.tsv";

  @Test
  void namesOnlyWhatTheRegistryHas() throws IOException {
    Set<String> registered = new HashSet<>();
    try (Xpcom xpcom = Xpcom.start()) {
      xpcom
          .contracts()
          .forEach(
              each ->
                  registered.add(
                      each.className() + " of " + each.module() + " as " + each.contractId()));
    }
    List<String> untrue = new ArrayList<>();
    List<String[]> lines =
        Files.readAllLines(Repository.file(LIST)).stream()
            .filter(line -> !line.startsWith("#"))
            .map(line -> line.split("\t", -1))
            .toList();
    assertTrue(lines.size() > 10, "almost nothing is in " + LIST);
    for (String[] line : lines) {
      for (String contractId : line[2].split(" ", -1)) {
        String said = line[0] + " of " + line[1] + " as " + contractId;
        if (!registered.contains(said)) {
          untrue.add(said);
        }
      }
    }
    assertEquals(List.of(), untrue, "correct " + LIST + "; the registry has " + registered);
  }
}
