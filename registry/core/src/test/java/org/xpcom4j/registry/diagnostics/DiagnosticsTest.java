package org.xpcom4j.registry.diagnostics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.xpcom4j.interfaces.nsIFactory;
import org.xpcom4j.interfaces.nsIRunnable;
import org.xpcom4j.interfaces.nsISupports;
import org.xpcom4j.registry.Xpcom;
import org.xpcom4j.registry.component.CategoryEntry;
import org.xpcom4j.registry.component.Requirement;
import org.xpcom4j.registry.component.Scope;
import org.xpcom4j.registry.sample.Contracts;

@DisplayName("diagnostics")
@NullUnmarked // as everything that implements IDL
class DiagnosticsTest {

  private final Xpcom xpcom = Xpcom.start();
  private final Diagnostics diagnostics = xpcom.diagnostics();

  @AfterEach
  void close() {
    xpcom.close();
  }

  private RegisteredClass only(String what) {
    List<RegisteredClass> found = diagnostics.find(what);
    assertEquals(1, found.size(), () -> what + ": " + found);
    return found.get(0);
  }

  @Test
  void listAllClassesSortedByName() {
    List<RegisteredClass> all = diagnostics.classes();

    assertTrue(all.size() > 30, () -> all.size() + " classes");
    assertEquals(
        all.stream().sorted(Comparator.comparing(RegisteredClass::className)).toList(), all);
  }

  @Test
  void tellWhatATableSaysOfAClass() {
    RegisteredClass greeter = only(Contracts.GREETER);

    assertEquals("org.xpcom4j.registry.sample.Greeter", greeter.className());
    assertEquals("Greeter", greeter.simpleName());
    assertEquals(UUID.fromString(Contracts.GREETER_CID), greeter.cid());
    assertEquals(Scope.SERVICE, greeter.scope());
    assertEquals(List.of(Contracts.GREETER, Contracts.GREETER_ALIAS), greeter.contracts());
    assertEquals(List.of("nsIRunnable", "nsISupports"), greeter.interfaces());
    assertEquals(List.of(), greeter.requirements());
    assertTrue(
        greeter
            .categories()
            .contains(new CategoryEntry("greetings", "said-first", Contracts.GREETER)));
    assertNotNull(greeter.location());
  }

  @Test
  void findAClassByEachOfItsNames() {
    RegisteredClass greeter = only(Contracts.GREETER);

    for (String name :
        List.of(
            Contracts.GREETER_ALIAS,
            Contracts.GREETER_CID,
            "{" + Contracts.GREETER_CID.toUpperCase(Locale.ROOT) + "}",
            "org.xpcom4j.registry.sample.Greeter",
            "Greeter")) {
      assertEquals(greeter, only(name));
    }
    assertTrue(diagnostics.find("nsIRunnable").contains(greeter));
    assertEquals(List.of(), diagnostics.find("@example.org/nobody;1"));
  }

  @Test
  void sayWhetherTheServiceExistsWithoutMakingIt() {
    assertFalse(only(Contracts.GREETER).isMade());
    xpcom.getService(Contracts.GREETER, nsIRunnable.class);

    assertTrue(only(Contracts.GREETER).isMade());
  }

  @Test
  void showWhatARunTimeRegistrationCovers() {
    UUID cid = UUID.randomUUID();
    xpcom
        .componentRegistrar()
        .registerFactory(
            cid,
            "Upper",
            Contracts.GREETER,
            new nsIFactory() {
              @Override
              public nsISupports createInstance(nsISupports aOuter, UUID iid) {
                return (nsIRunnable) () -> {};
              }

              @Override
              public void lockFactory(boolean lock) {}
            });

    RegisteredClass upper = only(cid.toString());
    assertEquals(List.of(Contracts.GREETER), upper.contracts());
    assertNull(upper.requirements());
    assertNull(upper.location());
    RegisteredClass below = only(Contracts.GREETER_ALIAS);
    assertEquals(List.of(Contracts.GREETER_ALIAS), below.contracts());
    assertEquals(List.of(Contracts.GREETER), below.covered());
  }

  @Test
  void resolveWhatConstructorsAskFor() {
    List<Dependency> ofHen =
        diagnostics.dependencies().stream()
            .filter(each -> each.from().simpleName().equals("Hen"))
            .toList();

    assertEquals(1, ofHen.size(), ofHen::toString);
    assertEquals(Requirement.Moment.FIRST, ofHen.get(0).requirement().moment());
    RegisteredClass needed = ofHen.get(0).to();
    assertEquals("Egg", needed == null ? "" : needed.simpleName());
  }

  @Test
  void resolveAnInterfaceWithOneContractByItsType() {
    assertTrue(
        diagnostics.dependencies().stream()
            .anyMatch(
                each ->
                    each.requirement().contractId().isEmpty()
                        && each.to() != null
                        && each.from().className().startsWith("org.xpcom4j.registry.sample.")));
  }

  @Test
  void reportTheStartAndWhatWasMadeSince() {
    xpcom.getService(Contracts.GREETER, nsIRunnable.class);
    StartReport report = diagnostics.start();

    assertTrue(report.tables() >= 9, report::toString);
    assertTrue(report.classes() >= report.tables(), report::toString);
    assertFalse(report.finding().isNegative() || report.registering().isNegative());
    assertEquals(Duration.ZERO, report.injector());
    assertEquals(
        List.of(Contracts.GREETER + " org.xpcom4j.registry.sample.Greeter"),
        report.services().stream().map(made -> made.askedAs() + " " + made.className()).toList());
  }
}
