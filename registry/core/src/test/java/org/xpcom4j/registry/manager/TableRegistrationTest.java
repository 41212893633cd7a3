package org.xpcom4j.registry.manager;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import ch.qos.logback.classic.Level;
import com.google.inject.Injector;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.xpcom4j.interfaces.nsIRunnable;
import org.xpcom4j.interfaces.nsISupports;
import org.xpcom4j.registry.component.CategoryEntry;
import org.xpcom4j.registry.component.ComponentEntry;
import org.xpcom4j.registry.component.ComponentTable;
import org.xpcom4j.registry.component.Dependencies;
import org.xpcom4j.registry.component.Scope;
import org.xpcom4j.registry.testing.LogOf;

@DisplayName("tables that claim the same IDs")
class TableRegistrationTest {

  private static final String GREETER = "@example.org/greeter;1";
  private static final UUID CID = new UUID(1, 1);

  private static final String PLACE =
      OneComponent.class.getProtectionDomain().getCodeSource().getLocation().toString();

  @RegisterExtension final LogOf log = new LogOf(TableRegistration.class);

  private final ComponentRegistry registry = new ComponentRegistry();
  private final Injection nothing =
      new Injection(
          registry,
          new RegistryObjects() {
            @Override
            public @Nullable Object find(Class<?> type) {
              return null;
            }

            @Override
            public Injector makeInjector() {
              throw new AssertionError("nobody needs an injector here");
            }
          });

  /** A table with one component. */
  private record OneComponent(String moduleName, UUID cid, nsIRunnable object)
      implements ComponentTable {

    @Override
    public int size() {
      return 1;
    }

    @Override
    public ComponentEntry entry(int index) {
      return new ComponentEntry(
          cid,
          moduleName + ".Greeter",
          List.of(GREETER),
          Scope.SERVICE,
          0,
          List.of(new CategoryEntry("greetings", "said", "by " + moduleName)),
          List.of());
    }

    @Override
    public List<Class<? extends nsISupports>> interfaces(int index) {
      return List.of(nsIRunnable.class, nsISupports.class);
    }

    @Override
    public nsISupports create(int index, Dependencies dependencies) {
      return object;
    }
  }

  private static ComponentTable table(String module, UUID cid, nsIRunnable object) {
    return new OneComponent(module, cid, object);
  }

  private TableRegistration register(ComponentTable... tables) {
    var registration = new TableRegistration(registry, nothing);
    registration.register(List.of(tables));
    return registration;
  }

  @Test
  void firstClassWithAnIdWins() {
    nsIRunnable first = () -> {};
    register(table("a", CID, first), table("b", CID, () -> {}));

    assertSame(first, registry.getService(CID, nsIRunnable.class));
    assertSame(first, registry.getService(GREETER, nsIRunnable.class));
    assertEquals(1, registry.contracts().size());
  }

  @Test
  void lastClassWithAContractIdWinsAndTheFirstKeepsItsClassId() {
    nsIRunnable first = () -> {};
    nsIRunnable last = () -> {};
    register(table("a", CID, first), table("b", new UUID(1, 2), last));

    assertSame(last, registry.getService(GREETER, nsIRunnable.class));
    assertSame(first, registry.getService(CID, nsIRunnable.class));
  }

  @Test
  void sourceNamesClassAndModule() {
    register(table("org.example", CID, () -> {}));

    assertEquals(
        new Source("org.example.Greeter", "org.example", "component table of org.example"),
        registry.contracts().values().iterator().next().source());
  }

  @Test
  void bothPlacesAreNamedWhereTwoTablesClaimAClassId() {
    register(table("a", CID, () -> {}), table("b", CID, () -> {}));

    assertEquals(
        List.of(
            "WARN Left out Greeter, component table of b in "
                + PLACE
                + ": its class ID "
                + CID
                + " belongs to Greeter, component table of a in "
                + PLACE),
        log.lines());
  }

  @Test
  void bothPlacesAreNamedWhereTwoTablesClaimAContractId() {
    register(table("a", CID, () -> {}), table("b", new UUID(1, 2), () -> {}));

    assertEquals(
        List.of(
            "INFO "
                + GREETER
                + ": Greeter, component table of b in "
                + PLACE
                + " covers Greeter, component table of a in "
                + PLACE),
        log.lines());
  }

  @Test
  void eachRegistrationIsLoggedAtDebug() {
    log.setLevel(Level.DEBUG);
    register(table("a", CID, () -> {}));

    assertEquals(
        List.of(
            "DEBUG Registered a.Greeter [" + GREETER + "] as " + CID + ": component table of a"),
        log.lines());
  }

  @Test
  void entriesOfCategoriesAreThoseOfClassesThatWereNotLeftOut() {
    var registration = register(table("a", CID, () -> {}), table("b", CID, () -> {}));

    assertEquals(
        List.of(new CategoryEntry("greetings", "said", "by a")), registration.categories());
  }
}
