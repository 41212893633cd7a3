package org.xpcom4j.registry.manager;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import com.google.inject.Injector;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.xpcom4j.interfaces.nsIRunnable;
import org.xpcom4j.interfaces.nsISupports;
import org.xpcom4j.registry.component.ComponentEntry;
import org.xpcom4j.registry.component.ComponentTable;
import org.xpcom4j.registry.component.Dependencies;
import org.xpcom4j.registry.component.Scope;

@DisplayName("tables that claim the same IDs")
class TableRegistrationTest {

  private static final String GREETER = "@example.org/greeter;1";
  private static final UUID CID = new UUID(1, 1);

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
      return new ComponentEntry(cid, moduleName + ".Greeter", List.of(GREETER), Scope.SERVICE);
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

  private void register(ComponentTable... tables) {
    new TableRegistration(registry, nothing).register(List.of(tables));
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
}
