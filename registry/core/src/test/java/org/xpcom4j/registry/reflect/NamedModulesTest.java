package org.xpcom4j.registry.reflect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.InputStream;
import java.io.StringWriter;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.xpcom4j.interfaces.nsISupports;
import org.xpcom4j.metadata.Interfaces;
import org.xpcom4j.registry.Xpcom;
import org.xpcom4j.result.Nsresult;
import org.xpcom4j.result.XpcomException;

/**
 * An interface in one named module, a class that implements it in another, in a module layer of
 * their own. The typelib is that of this project's interfaces, where one has the same name and ID.
 */
@DisplayName("invokers and stubs of interfaces in named modules")
class NamedModulesTest {

  private static final String INTERFACE =
      """
      package org.example.api;

      @org.xpcom4j.metadata.XpInterface(iid = "4a2abaf0-6886-11d3-9382-00104ba0fd40")
      public interface nsIRunnable extends org.xpcom4j.interfaces.nsISupports {
        void run();
      }
      """;

  private static final String IMPLEMENTATION =
      """
      package org.example.impl;

      public final class Counting implements org.example.api.nsIRunnable {
        private int runs;

        public void run() {
          runs++;
        }

        public String toString() {
          return runs + " runs";
        }
      }
      """;

  @TempDir private Path folder;

  private record Modules(Class<? extends nsISupports> type, nsISupports object) {}

  /** The number of run in nsIRunnable, after the methods of nsISupports. */
  private static int runOf(Class<? extends nsISupports> type) {
    return InterfaceInfo.of(type).methods().stream()
        .filter(method -> method.name().equals("run"))
        .findFirst()
        .orElseThrow()
        .index();
  }

  @Test
  void callAnObjectOfAModuleThatExportsNothing() throws Exception {
    Modules modules = load("exports org.example.api;");
    assertTrue(modules.type().getModule().isNamed());
    assertFalse(modules.object().getClass().getModule().isExported("org.example.impl"));

    Invoker invoker = Invoker.of(modules.type());
    invoker.invoke(modules.object(), runOf(modules.type()));
    invoker.invoke(modules.object(), runOf(modules.type()));

    assertEquals("2 runs", modules.object().toString());
  }

  @Test
  void implementAnInterfaceThatIsExported() throws Exception {
    Modules modules = load("exports org.example.api;");
    var called = new ArrayList<String>();

    nsISupports stub =
        Stub.implement(
            modules.type(),
            (method, args) -> {
              called.add(method.name());
              return null;
            });
    Invoker.of(modules.type()).invoke(stub, runOf(modules.type()));

    assertEquals(List.of("run"), called);
    assertEquals(stub, Interfaces.query(stub, modules.type()));
  }

  @Test
  void sayWhatToExportWhereTheInterfaceIsHidden() throws Exception {
    for (String exports : List.of("", "exports org.example.api to example.impl;")) {
      Modules modules = load(exports);
      for (var use :
          List.<Executable>of(
              () -> Invoker.of(modules.type()),
              () -> Stub.implement(modules.type(), (method, args) -> null))) {
        XpcomException refused = assertThrows(XpcomException.class, use);
        assertEquals(Nsresult.NS_ERROR_ILLEGAL_VALUE, refused.result());
        assertTrue(
            refused.getMessage().contains("let its module export org.example.api"),
            refused.getMessage());
      }
    }
  }

  /** The implementing module may see the interface also where others may not. */
  private Modules load(String exports) throws Exception {
    Path api = module("example.api", exports, "org/example/api/nsIRunnable.java", INTERFACE, "");
    Path impl =
        module(
            "example.impl",
            "requires example.api;",
            "org/example/impl/Counting.java",
            IMPLEMENTATION,
            api.toString());
    Path typelib = Files.createDirectories(api.resolve("META-INF/xpcom4j"));
    try (InputStream ours =
        nsISupports.class.getResourceAsStream("/META-INF/xpcom4j/org.xpcom4j.interfaces.xpt")) {
      assertNotNull(ours);
      Files.write(typelib.resolve("org.example.api.xpt"), ours.readAllBytes());
    }
    Configuration configuration =
        ModuleLayer.boot()
            .configuration()
            .resolve(
                ModuleFinder.of(api, impl),
                ModuleFinder.of(),
                Set.of("example.api", "example.impl"));
    var controller =
        ModuleLayer.defineModulesWithOneLoader(
            configuration, List.of(ModuleLayer.boot()), nsISupports.class.getClassLoader());
    ModuleLayer layer = controller.layer();
    for (Module each : layer.modules()) {
      controller.addReads(each, nsISupports.class.getModule());
    }
    Module apiModule = layer.findModule("example.api").orElseThrow();
    Module implModule = layer.findModule("example.impl").orElseThrow();
    controller.addExports(apiModule, "org.example.api", implModule);
    controller.addOpens(implModule, "org.example.impl", NamedModulesTest.class.getModule());
    ClassLoader loader = apiModule.getClassLoader();
    return new Modules(
        loader.loadClass("org.example.api.nsIRunnable").asSubclass(nsISupports.class),
        (nsISupports)
            loader.loadClass("org.example.impl.Counting").getDeclaredConstructor().newInstance());
  }

  private Path module(String name, String directives, String file, String source, String modulePath)
      throws Exception {
    Path sources = Files.createTempDirectory(folder, name);
    Path declared = sources.resolve("module-info.java");
    Files.writeString(declared, "module " + name + " { " + directives + " }");
    Path code = sources.resolve(file);
    Files.createDirectories(code.getParent());
    Files.writeString(code, source);
    Path classes = Files.createTempDirectory(folder, name + "-classes");
    var options =
        new ArrayList<>(
            List.of(
                "-proc:none",
                "-d",
                classes.toString(),
                "-classpath",
                classPath(),
                "--add-reads",
                name + "=ALL-UNNAMED"));
    if (!modulePath.isEmpty()) {
      options.addAll(
          List.of(
              "--module-path",
              modulePath,
              "--add-reads",
              "example.api=ALL-UNNAMED",
              "--add-exports",
              "example.api/org.example.api=example.impl"));
    }
    var messages = new StringWriter();
    var compiler = ToolProvider.getSystemJavaCompiler();
    try (var files = compiler.getStandardFileManager(null, null, null)) {
      boolean compiled =
          compiler
              .getTask(
                  messages, files, null, options, null, files.getJavaFileObjects(declared, code))
              .call();
      assertTrue(compiled, messages::toString);
    }
    return classes;
  }

  private static String classPath() {
    return Stream.of(nsISupports.class, Xpcom.class, NullMarked.class)
        .map(
            type ->
                Path.of(
                        URI.create(
                            type.getProtectionDomain().getCodeSource().getLocation().toString()))
                    .toString())
        .collect(Collectors.joining(File.pathSeparator));
  }
}
