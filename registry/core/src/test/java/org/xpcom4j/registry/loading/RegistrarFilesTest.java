package org.xpcom4j.registry.loading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.xpcom4j.result.Nsresult.NS_ERROR_FACTORY_EXISTS;
import static org.xpcom4j.result.Nsresult.NS_ERROR_FACTORY_NOT_LOADED;
import static org.xpcom4j.result.Nsresult.NS_ERROR_FACTORY_NOT_REGISTERED;
import static org.xpcom4j.result.Nsresult.NS_ERROR_FAILURE;
import static org.xpcom4j.result.Nsresult.NS_ERROR_FILE_CORRUPTED;
import static org.xpcom4j.result.Nsresult.NS_ERROR_FILE_NOT_FOUND;
import static org.xpcom4j.result.Nsresult.NS_ERROR_FILE_UNRECOGNIZED_PATH;
import static org.xpcom4j.result.Nsresult.NS_ERROR_ILLEGAL_DURING_SHUTDOWN;
import static org.xpcom4j.result.Nsresult.NS_ERROR_ILLEGAL_VALUE;
import static org.xpcom4j.result.Nsresult.NS_ERROR_NO_INTERFACE;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.xpcom4j.interfaces.nsIArray;
import org.xpcom4j.interfaces.nsIComponentRegistrar;
import org.xpcom4j.interfaces.nsIRunnable;
import org.xpcom4j.interfaces.nsISupports;
import org.xpcom4j.interfaces.nsISupportsString;
import org.xpcom4j.registry.Xpcom;
import org.xpcom4j.registry.XpcomOptions;
import org.xpcom4j.registry.plugin.Plugin;
import org.xpcom4j.registry.testing.Heard;
import org.xpcom4j.registry.testing.PluginJar;
import org.xpcom4j.result.XpcomException;

@DisplayName("The registrar, given files:")
@NullUnmarked // null arguments are part of it
class RegistrarFilesTest {

  private static final UUID CID = UUID.fromString("94b346d7-0cde-4e6e-b819-95d6f200bbf6");
  private static final UUID SLOW_CID = UUID.fromString("0f3f6a51-8f4f-4c0f-9d8c-6a5a2d9b1c21");
  private static final String SLOW = "@plugin.org/slow;1";
  private static final String MINE = "@plugin.org/mine;1";

  @TempDir private Path folder;

  private final Xpcom xpcom = Xpcom.start();
  private final nsIComponentRegistrar registrar = xpcom.componentRegistrar();

  @AfterEach
  void close() {
    xpcom.close();
  }

  /** What stands for a file as long as files have no interface. */
  private nsISupports file(Path path) {
    return text(path.toString());
  }

  private nsISupports text(String path) {
    nsISupportsString holder =
        xpcom.createInstance(
            nsISupportsString.NS_SUPPORTS_STRING_CONTRACTID, nsISupportsString.class);
    holder.setData(path);
    return holder;
  }

  private Path jar(String name) throws Exception {
    return PluginJar.of(name).writeTo(folder.resolve(name + ".jar"));
  }

  private static void refuses(long result, Executable call) {
    assertEquals(result, assertThrows(XpcomException.class, call).result());
  }

  private List<Path> locations() {
    return xpcom.plugins().list().stream().map(Plugin::location).toList();
  }

  @Nested
  @DisplayName("autoRegister")
  class AutoRegister {

    @Test
    void addsWhatIsInAFolder() throws Exception {
      jar("slow");

      registrar.autoRegister(file(folder));

      xpcom.getService(SLOW, nsIRunnable.class);
      assertEquals(List.of(folder.resolve("slow.jar")), locations());
    }

    @Test
    void readsAManifest() throws Exception {
      Path manifest =
          Files.writeString(
              folder.resolve("my.manifest"),
              "contract @plugin.org/mine;1 {8f6f3a1c-9d0f-4c1e-8b5a-7b522f6f3a01}");

      registrar.autoRegister(file(manifest));

      assertTrue(registrar.isContractIDRegistered(MINE));
    }

    @Test
    void addsNothingTwice() throws Exception {
      jar("slow");

      registrar.autoRegister(file(folder));
      registrar.autoRegister(file(folder.resolve("slow.jar")));

      assertEquals(1, locations().size());
    }

    @Test
    void onlyTellsTheConsoleWhatIsMissing() {
      registrar.autoRegister(file(folder.resolve("missing.manifest")));

      assertEquals(List.of(), locations());
    }

    @Test
    void looksWhereTheRegistryWasStartedIfNoPlaceIsNamed() throws Exception {
      try (Xpcom other = Xpcom.start(XpcomOptions.defaults().withPlugins(folder))) {
        jar("slow");
        other.componentRegistrar().autoRegister(null);

        other.getService(SLOW, nsIRunnable.class);
      }
    }

    @Test
    void refusesWhatNamesNoFile() {
      refuses(NS_ERROR_NO_INTERFACE, () -> registrar.autoRegister((nsIRunnable) () -> {}));
      refuses(NS_ERROR_FILE_UNRECOGNIZED_PATH, () -> registrar.autoRegister(text("a\0b")));
    }
  }

  @Nested
  @DisplayName("autoUnregister")
  class AutoUnregister {

    @Test
    void removesWhatIsFromAFolder() throws Exception {
      jar("slow");
      jar("greeter");
      registrar.autoRegister(file(folder));

      registrar.autoUnregister(file(folder));

      assertEquals(List.of(), locations());
      assertFalse(registrar.isContractIDRegistered(SLOW));
    }

    @Test
    void removesOneOfMany() throws Exception {
      jar("slow");
      jar("greeter");
      registrar.autoRegister(file(folder));

      registrar.autoUnregister(file(folder.resolve("slow.jar")));

      assertEquals(List.of(folder.resolve("greeter.jar")), locations());
    }

    @Test
    void removesAllIfNoPlaceIsNamed() throws Exception {
      jar("slow");
      registrar.autoRegister(file(folder));

      registrar.autoUnregister(null);

      assertEquals(List.of(), locations());
    }

    @Test
    void doesNothingWhereNothingIsFrom() {
      registrar.autoUnregister(file(folder));

      assertEquals(List.of(), locations());
    }

    @Test
    void removesTheOthersTooIfOneDoesNotClose() throws Exception {
      jar("faulty");
      jar("slow");
      registrar.autoRegister(file(folder));
      xpcom.getService("@plugin.org/unclosable;1", nsIRunnable.class);

      refuses(NS_ERROR_FAILURE, () -> registrar.autoUnregister(file(folder)));

      assertEquals(List.of(), locations());
    }
  }

  @Nested
  @DisplayName("registerFactoryLocation")
  class FactoryLocation {

    @Test
    void registersAClassByItsName() throws Exception {
      registrar.registerFactoryLocation(
          CID, "Plain", MINE, file(jar("plain")), "org.example.plain.Plain", null);

      assertEquals(
          "org.example.plain.Plain",
          xpcom.createInstance(MINE, nsIRunnable.class).getClass().getName());
      assertEquals(CID, registrar.contractIDToCID(MINE));
      assertEquals(MINE, registrar.cIDToContractID(CID));
    }

    @Test
    void registersAClassByTheTableOfItsJarAndNoOther() throws Exception {
      registrar.registerFactoryLocation(
          SLOW_CID, null, MINE, file(jar("slow")), null, "application/java-archive");

      xpcom.getService(MINE, nsIRunnable.class);
      assertFalse(registrar.isContractIDRegistered(SLOW), "it was not asked for");
    }

    @Test
    void needsNoContract() throws Exception {
      registrar.registerFactoryLocation(
          CID, null, null, file(jar("plain")), "org.example.plain.Plain", null);

      xpcom.createInstance(CID, nsIRunnable.class);
    }

    @Test
    void isTakenBackWithItsService() throws Exception {
      var heard = Heard.of(xpcom, "plugin-closes");
      nsISupports jar = file(jar("slow"));
      registrar.registerFactoryLocation(SLOW_CID, null, MINE, jar, null, null);
      xpcom.getService(MINE, nsIRunnable.class);

      registrar.unregisterFactoryLocation(SLOW_CID, jar);

      assertEquals(List.of("slow"), heard.data());
      assertFalse(registrar.isContractIDRegistered(MINE));
      assertFalse(registrar.isCIDRegistered(SLOW_CID));
    }

    @Test
    void isNotTakenBackByAnotherFileOrTwice() throws Exception {
      nsISupports jar = file(jar("slow"));
      registrar.registerFactoryLocation(SLOW_CID, null, MINE, jar, null, null);

      refuses(
          NS_ERROR_FACTORY_NOT_REGISTERED,
          () -> registrar.unregisterFactoryLocation(SLOW_CID, file(folder)));
      refuses(NS_ERROR_FACTORY_NOT_REGISTERED, () -> registrar.unregisterFactoryLocation(CID, jar));
      registrar.unregisterFactoryLocation(SLOW_CID, jar);
      refuses(
          NS_ERROR_FACTORY_NOT_REGISTERED,
          () -> registrar.unregisterFactoryLocation(SLOW_CID, jar));
    }

    @Test
    void refusesWhatItCannotHaveAndRegistersNothing() throws Exception {
      nsISupports jar = file(jar("plain"));
      nsISupports text = file(Files.writeString(folder.resolve("text.jar"), "no jar"));
      String type = "org.example.plain.Plain";
      UUID taken = registrar.contractIDToCID("@example.org/greeter;1");

      refuses(
          NS_ERROR_FACTORY_EXISTS,
          () -> registrar.registerFactoryLocation(taken, null, MINE, jar, type, null));
      refuses(
          NS_ERROR_FACTORY_NOT_LOADED,
          () -> registrar.registerFactoryLocation(CID, null, MINE, jar, "org.Nobody", null));
      refuses(
          NS_ERROR_FACTORY_NOT_LOADED,
          () -> registrar.registerFactoryLocation(CID, null, MINE, jar, null, null));
      refuses(
          NS_ERROR_FILE_NOT_FOUND,
          () ->
              registrar.registerFactoryLocation(
                  CID, null, MINE, file(folder.resolve("no.jar")), type, null));
      refuses(
          NS_ERROR_FILE_CORRUPTED,
          () -> registrar.registerFactoryLocation(CID, null, MINE, text, type, null));
      refuses(
          NS_ERROR_ILLEGAL_VALUE,
          () -> registrar.registerFactoryLocation(null, null, MINE, jar, type, null));
      refuses(
          NS_ERROR_ILLEGAL_VALUE,
          () -> registrar.registerFactoryLocation(CID, null, MINE, null, type, null));

      assertFalse(registrar.isCIDRegistered(CID));
      assertFalse(registrar.isContractIDRegistered(MINE));
    }
  }

  @Test
  void theComponentManagerAddsListsAndRemovesLocations() throws Exception {
    var manager = xpcom.componentManager();
    nsISupports jar = file(jar("slow"));

    manager.addBootstrappedManifestLocation(jar);

    nsIArray locations = manager.getManifestLocations();
    assertEquals(1, locations.getLength());
    assertEquals(
        folder.resolve("slow.jar").toString(),
        locations.queryElementAt(0, nsISupportsString.class).getData());
    manager.removeBootstrappedManifestLocation(jar);
    assertEquals(0, manager.getManifestLocations().getLength());
    refuses(NS_ERROR_ILLEGAL_VALUE, () -> manager.addBootstrappedManifestLocation(null));
    refuses(NS_ERROR_ILLEGAL_VALUE, () -> manager.removeBootstrappedManifestLocation(null));
  }

  @Test
  void nothingIsAddedAfterTheRegistryIsClosed() throws Exception {
    nsISupports jar = file(jar("slow"));
    xpcom.close();

    refuses(NS_ERROR_ILLEGAL_DURING_SHUTDOWN, () -> registrar.autoRegister(jar));
    refuses(NS_ERROR_ILLEGAL_DURING_SHUTDOWN, () -> registrar.autoUnregister(jar));
    refuses(
        NS_ERROR_ILLEGAL_DURING_SHUTDOWN,
        () -> registrar.registerFactoryLocation(SLOW_CID, null, null, jar, null, null));
    refuses(
        NS_ERROR_ILLEGAL_DURING_SHUTDOWN, () -> registrar.unregisterFactoryLocation(SLOW_CID, jar));
    refuses(
        NS_ERROR_ILLEGAL_DURING_SHUTDOWN, () -> xpcom.componentManager().getManifestLocations());
  }
}
