package org.xpcom4j.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xpcom4j.registry.testing.ModulePath;

@DisplayName("on the module path")
@Tag("smoke")
class ModulePathTest {

  private static final String MODULE_INFO =
      """
      module org.example.greeter {
        requires org.xpcom4j.registry;
        provides org.xpcom4j.registry.component.ComponentTable with org.example.greeter.Components;
      }
      """;

  private static final String GREETER =
      """
      package org.example.greeter;

      import org.xpcom4j.interfaces.nsIRunnable;
      import org.xpcom4j.registry.component.Component;
      import org.xpcom4j.registry.component.Scope;

      @Component(
          cid = "{5a7b522f-6f3a-4c1e-8b5a-8f6f3a1c9d0f}",
          contracts = "@example.org/modular;1",
          scope = Scope.SERVICE)
      final class Greeter implements nsIRunnable {
        public void run() {
          System.out.println("hello from " + getClass().getModule());
        }
      }
      """;

  private static final String MAIN =
      """
      package org.example.greeter;

      import com.google.inject.Guice;
      import com.google.inject.Key;
      import org.xpcom4j.interfaces.nsIRunnable;
      import org.xpcom4j.registry.Xpcom;
      import org.xpcom4j.registry.XpcomModule;
      import org.xpcom4j.registry.component.ContractIds;

      final class Main {
        public static void main(String[] arguments) {
          try (var xpcom = Xpcom.start()) {
            xpcom.getService("@example.org/modular;1", nsIRunnable.class).run();
            xpcom.contracts().stream()
                .filter(contract -> contract.contractId().equals("@example.org/modular;1"))
                .forEach(System.out::println);
          }
          var injector = Guice.createInjector(new XpcomModule());
          try (var xpcom = injector.getInstance(Xpcom.class)) {
            var key =
                Key.get(nsIRunnable.class, ContractIds.contractId("@example.org/modular;1"));
            System.out.println(
                injector.getInstance(key)
                    == xpcom.getService("@example.org/modular;1", nsIRunnable.class));
          }
        }
      }
      """;

  @TempDir private Path folder;

  @Test
  void packagePrivateComponentOfAClosedModuleIsFoundAndMade() throws Exception {
    Path classes =
        ModulePath.compile(
            folder,
            Map.of(
                "module-info.java",
                MODULE_INFO,
                "org/example/greeter/Greeter.java",
                GREETER,
                "org/example/greeter/Main.java",
                MAIN));

    assertEquals(
        """
        hello from module org.example.greeter
        RegisteredContract[contractId=@example.org/modular;1, \
        cid=5a7b522f-6f3a-4c1e-8b5a-8f6f3a1c9d0f, className=org.example.greeter.Greeter, \
        module=org.example.greeter, origin=component table of org.example.greeter]
        true
        """,
        ModulePath.run(folder, classes, "org.example.greeter/org.example.greeter.Main"));
  }
}
