package org.xpcom4j.registry.loading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.xpcom4j.interfaces.nsIInterfaceInfo;
import org.xpcom4j.interfaces.nsIInterfaceInfoManager;
import org.xpcom4j.interfaces.nsIObserver;
import org.xpcom4j.interfaces.nsIObserverService;
import org.xpcom4j.interfaces.nsISupports;
import org.xpcom4j.registry.Xpcom;
import org.xpcom4j.registry.plugin.Plugin;
import org.xpcom4j.registry.reflect.Stub;
import org.xpcom4j.registry.testing.Collected;
import org.xpcom4j.registry.testing.PluginJar;
import org.xpcom4j.registry.testing.Typelibs;
import org.xpcom4j.result.XpcomException;

@DisplayName("An interface that a plug-in brings along")
@Timeout(300)
@NullUnmarked // as everything that speaks to IDL
class PluginInterfacesTest {

  private static final UUID SHAPE = UUID.fromString("6d5a1f2e-58cb-4b6e-9a55-0e4f6ad1a001");
  private static final byte[] TYPELIB = Typelibs.of(SHAPE, "exIShape", "nsIObserver");
  private static final String FILE = "org.example.shape.xpt";

  @TempDir private Path folder;

  private final Xpcom xpcom = Xpcom.start();
  private final nsIInterfaceInfoManager interfaces =
      xpcom.getService(
          nsIInterfaceInfoManager.NS_INTERFACEINFOMANAGER_SERVICE_CONTRACTID,
          nsIInterfaceInfoManager.class);

  @AfterEach
  void close() {
    xpcom.close();
  }

  private static PluginJar jar() {
    return PluginJar.of("shape").with("META-INF/xpcom4j/" + FILE, TYPELIB);
  }

  private void assertUnknown() {
    assertThrows(XpcomException.class, () -> interfaces.getInfoForIID(SHAPE));
    assertThrows(XpcomException.class, () -> interfaces.getInfoForName("exIShape"));
  }

  @Test
  void isFoundByIdAndNameUntilThePluginIsRemoved() throws Exception {
    assertUnknown();
    Plugin plugin = xpcom.plugins().add(jar().writeTo(folder.resolve("shape.jar")));

    nsIInterfaceInfo info = interfaces.getInfoForIID(SHAPE);
    assertEquals("exIShape", info.getName());
    assertEquals("nsIObserver", interfaces.getInfoForName("exIShape").getParent().getName());

    plugin.remove();
    assertUnknown();
  }

  @Test
  void isFoundByALineOfItsManifest() throws Exception {
    jar().without(path -> path.contains("services")).unpackTo(folder.resolve("classes"));
    Files.write(folder.resolve(FILE), TYPELIB);
    Files.writeString(
        folder.resolve("chrome.manifest"),
        "component {0f3f6a51-8f4f-4c0f-9d8c-6a5a2d9b1c41} classes!org.example.shape.Shape\n"
            + "interfaces "
            + FILE);
    Plugin plugin = xpcom.plugins().add(folder);

    assertEquals(List.of(), plugin.problems());
    assertEquals("exIShape", interfaces.getInfoForIID(SHAPE).getName());
    plugin.remove();
    assertUnknown();
  }

  @Test
  void isToldMissingIfOnlyItsTypelibIsThere() throws Exception {
    Files.write(folder.resolve(FILE), TYPELIB);
    Plugin plugin =
        xpcom.plugins().add(Files.writeString(folder.resolve("my.manifest"), "interfaces " + FILE));

    assertUnknown();
    assertTrue(
        plugin.problems().get(0).startsWith("my.manifest:1:12: typelib cannot be used\n"),
        () -> plugin.problems().get(0));
    assertTrue(
        plugin.problems().get(0).contains("needs its Java interfaces in package org.example.shape"),
        () -> plugin.problems().get(0));
  }

  @Test
  void isToldDamagedIfItsTypelibIs() throws Exception {
    byte[] damaged = "XPCOM but no typelib".getBytes(StandardCharsets.US_ASCII);
    Files.write(folder.resolve(FILE), damaged);
    Plugin plugin =
        xpcom.plugins().add(Files.writeString(folder.resolve("my.manifest"), "interfaces " + FILE));

    assertTrue(
        plugin.problems().get(0).contains("NS_ERROR_FILE_CORRUPTED"),
        () -> plugin.problems().get(0));
  }

  /** The class of a stub is the host's, but what it implements is the plug-in's. */
  @Test
  void isLetGoAlsoWhereAStubOfItObserves() throws Exception {
    Plugin plugin = xpcom.plugins().add(jar().writeTo(folder.resolve("shape.jar")));
    Collected loader = observeWithAStub();

    plugin.remove();

    loader.await();
  }

  private Collected observeWithAStub() throws Exception {
    nsIObserver shape = xpcom.createInstance("@plugin.org/shape;1", nsIObserver.class);
    Class<? extends nsISupports> type =
        Class.forName("org.example.shape.exIShape", false, shape.getClass().getClassLoader())
            .asSubclass(nsISupports.class);
    nsISupports stub = Stub.implement(type, (method, arguments) -> null);
    xpcom
        .getService(nsIObserverService.NS_OBSERVERSERVICE_CONTRACTID, nsIObserverService.class)
        .addObserver((nsIObserver) stub, "shapes", false);
    return Collected.of(shape.getClass().getClassLoader());
  }
}
