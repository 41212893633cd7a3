package org.xpcom4j.registry.loading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xpcom4j.registry.testing.ModulePath;

@DisplayName("A plug-in that is a module, in a host that is one")
@Tag("smoke")
class ModularPluginTest {

  private static final Map<String, String> PLUGIN =
      Map.of(
          "module-info.java",
          """
          module org.example.lamp {
            requires org.xpcom4j.registry;
            provides org.xpcom4j.registry.component.ComponentTable with org.example.lamp.Components;
          }
          """,
          "org/example/lamp/Lamp.java",
          """
          package org.example.lamp;

          import org.xpcom4j.interfaces.nsIRunnable;
          import org.xpcom4j.registry.component.Component;
          import org.xpcom4j.registry.component.Scope;

          @Component(
              cid = "{5a7b522f-6f3a-4c1e-8b5a-8f6f3a1c9d1f}",
              contracts = "@example.org/lamp;1",
              scope = Scope.SERVICE)
          final class Lamp implements nsIRunnable, AutoCloseable {
            public void run() {
              System.out.println("hello from " + getClass().getModule());
            }

            public void close() {
              System.out.println("good bye");
            }
          }
          """);

  private static final Map<String, String> HOST =
      Map.of(
          "module-info.java",
          """
          module org.example.host {
            requires org.xpcom4j.registry;
          }
          """,
          "org/example/host/Main.java",
          """
          package org.example.host;

          import java.lang.ref.WeakReference;
          import java.nio.file.Files;
          import java.nio.file.Path;
          import org.xpcom4j.interfaces.nsIRunnable;
          import org.xpcom4j.registry.Xpcom;
          import org.xpcom4j.registry.XpcomOptions;
          import org.xpcom4j.registry.plugin.Plugin;
          import org.xpcom4j.result.XpcomException;

          final class Main {
            private static final String LAMP = "@example.org/lamp;1";

            public static void main(String[] arguments) throws Exception {
              Path jar = Path.of(arguments[0]);
              try (var xpcom = Xpcom.start(XpcomOptions.defaults().withPlugins(jar))) {
                var gone = use(xpcom);
                Files.delete(jar);
                xpcom.plugins().list().forEach(Plugin::remove);
                System.out.println(
                    xpcom.componentRegistrar().isContractIDRegistered(LAMP) + " " + collected(gone));
                try {
                  xpcom.plugins().add(Path.of(arguments[1]));
                } catch (XpcomException refused) {
                  System.out.println(refused.getMessage());
                }
              }
            }

            private static WeakReference<?> use(Xpcom xpcom) {
              nsIRunnable lamp = xpcom.getService(LAMP, nsIRunnable.class);
              lamp.run();
              Module module = lamp.getClass().getModule();
              System.out.println(
                  module.isNamed()
                      + " "
                      + (module.getLayer() != ModuleLayer.boot())
                      + " "
                      + module.isExported("org.example.lamp", Main.class.getModule()));
              return new WeakReference<>(module.getClassLoader());
            }

            private static boolean collected(WeakReference<?> gone) {
              long end = System.nanoTime() + 60_000_000_000L;
              while (gone.get() != null && System.nanoTime() < end) {
                System.gc();
              }
              return gone.get() == null;
            }
          }
          """);

  @TempDir private Path folder;

  @Test
  void livesInALayerThatGoesWithIt() throws Exception {
    Path lamp = jar(ModulePath.compile(folder.resolve("lamp"), PLUGIN), "lamp.jar");
    Path demanding = jar(demanding(), "demanding.jar");
    Path host = ModulePath.compile(folder.resolve("host"), HOST);

    assertEquals(
        """
        hello from module org.example.lamp
        true true false
        good bye
        false true
        NS_ERROR_FACTORY_NOT_LOADED (0x800401F8): modules of plug-in demanding.jar do not fit the \
        host's: Module java.sql.rowset not found, required by org.example.demanding
        """,
        ModulePath.run(
            folder,
            host,
            "org.example.host/org.example.host.Main",
            lamp.toString(),
            demanding.toString()));
  }

  /** The host's layer has no java.sql.rowset. */
  private Path demanding() throws Exception {
    return ModulePath.compile(
        folder.resolve("demanding"),
        Map.of("module-info.java", "module org.example.demanding { requires java.sql.rowset; }"));
  }

  private Path jar(Path classes, String name) throws Exception {
    Path file = folder.resolve(name);
    try (OutputStream out = Files.newOutputStream(file);
        var jar = new JarOutputStream(out);
        Stream<Path> all = Files.walk(classes)) {
      List<Path> files = all.filter(Files::isRegularFile).toList();
      for (Path each : files) {
        jar.putNextEntry(new JarEntry(classes.relativize(each).toString().replace('\\', '/')));
        Files.copy(each, jar);
      }
    }
    return file;
  }
}
