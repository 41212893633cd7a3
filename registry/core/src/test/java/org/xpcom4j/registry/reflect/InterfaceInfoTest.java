package org.xpcom4j.registry.reflect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.xpcom4j.result.Nsresult.NS_ERROR_FILE_CORRUPTED;
import static org.xpcom4j.result.Nsresult.NS_ERROR_ILLEGAL_VALUE;
import static org.xpcom4j.result.Nsresult.NS_ERROR_XPC_CANT_GET_INTERFACE_INFO;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.xpcom4j.interfaces.nsICategoryManager;
import org.xpcom4j.interfaces.nsIClassInfo;
import org.xpcom4j.interfaces.nsIInterfaceInfo;
import org.xpcom4j.interfaces.nsIObserver;
import org.xpcom4j.interfaces.nsISupports;
import org.xpcom4j.interfaces.nsIURI;
import org.xpcom4j.interfaces.nsIWebSocketChannel;
import org.xpcom4j.metadata.Interfaces;
import org.xpcom4j.registry.reflect.MethodInfo.Kind;
import org.xpcom4j.result.XpcomException;

@DisplayName("What is known of an interface")
@NullUnmarked // as everything that implements IDL
class InterfaceInfoTest {

  private static final String TYPELIB = "/META-INF/xpcom4j/org.xpcom4j.interfaces.xpt";

  @Test
  void isWhatItsIdlSays() {
    InterfaceInfo info = InterfaceInfo.of(nsIObserver.class);

    assertEquals("nsIObserver", info.getName());
    assertEquals(Interfaces.iid(nsIObserver.class), info.getInterfaceIID());
    assertSame(InterfaceInfo.of(nsISupports.class), info.getParent());
    assertTrue(info.isScriptable() && info.isFunction());
    assertFalse(info.isBuiltinClass() || info.isMainProcessScriptableOnly());
    assertTrue(info.hasAncestor(Interfaces.iid(nsISupports.class)));
    assertFalse(info.hasAncestor(Interfaces.iid(nsIURI.class)));
    assertNull(InterfaceInfo.of(nsISupports.class).getParent());
  }

  @Test
  void numbersMethodsAsTheVtableDoes() {
    InterfaceInfo info = InterfaceInfo.of(nsIWebSocketChannel.class);

    assertEquals(
        List.of(
            "QueryInterface",
            "AddRef",
            "Release",
            "originalURI",
            "URI",
            "notificationCallbacks",
            "notificationCallbacks"),
        info.methods().stream().map(MethodInfo::name).limit(7).toList());
    assertEquals(Kind.GETTER, info.method(5).kind());
    assertEquals(Kind.SETTER, info.method(6).kind());
    assertEquals(6, info.method(6).index());
    assertEquals(info.getMethodCount(), info.methods().size());
  }

  @Test
  void tellsTypesAndDirectionsOfParameters() {
    MethodInfo add =
        InterfaceInfo.of(nsICategoryManager.class).methods().stream()
            .filter(method -> method.name().equals("addCategoryEntry"))
            .findFirst()
            .orElseThrow();

    assertEquals(
        List.of(
            TypeTag.STRING,
            TypeTag.STRING,
            TypeTag.STRING,
            TypeTag.BOOLEAN,
            TypeTag.BOOLEAN,
            TypeTag.STRING),
        add.parameters().stream().map(parameter -> parameter.type().tag()).toList());
    assertTrue(add.parameters().get(0).isIn());
    assertTrue(add.parameters().get(5).isResult());
  }

  @Test
  void hasConstantsWithTheirValues() {
    InterfaceInfo info = InterfaceInfo.of(nsIClassInfo.class);
    Object[] value = new Object[1];
    String[] name = new String[1];

    info.getConstant(7, value, name);

    assertEquals(8, info.getConstantCount());
    assertEquals("RESERVED", name[0]);
    assertEquals(nsIClassInfo.RESERVED, value[0]);
    refuses(NS_ERROR_ILLEGAL_VALUE, () -> info.getConstant(8, value, name));
  }

  @Test
  void leadsToEachJavaMethodThatOthersMayImplement() throws IOException {
    var missing = new ArrayList<String>();
    for (Class<? extends nsISupports> type : interfacesOfTheApi()) {
      Set<Method> bound = new HashSet<>();
      InterfaceInfo.of(type).methods().stream()
          .map(MethodInfo::javaMethod)
          .filter(Objects::nonNull)
          .forEach(bound::add);
      Arrays.stream(type.getDeclaredMethods())
          .filter(method -> Modifier.isAbstract(method.getModifiers()))
          .filter(method -> !bound.contains(method))
          .forEach(method -> missing.add(method.toString()));
    }

    assertEquals(List.of(), missing);
  }

  @Test
  void leadsFromEachScriptableMethodToAJavaMethodUnlessItsTypesAreNative() throws IOException {
    for (Class<? extends nsISupports> type : interfacesOfTheApi()) {
      for (MethodInfo method : InterfaceInfo.of(type).methods()) {
        boolean isNative =
            method.parameters().stream()
                .anyMatch(parameter -> parameter.type().tag() == TypeTag.VOID);
        assertEquals(
            method.isScriptable() && !isNative,
            method.javaMethod() != null,
            () -> type.getSimpleName() + "." + method);
      }
    }
  }

  @Test
  void isRefusedWhereThereIsNone() {
    refuses(NS_ERROR_ILLEGAL_VALUE, () -> InterfaceInfo.of(null));
    refuses(NS_ERROR_ILLEGAL_VALUE, () -> InterfaceInfo.of(NotFromIdl.class));
    refuses(NS_ERROR_XPC_CANT_GET_INTERFACE_INFO, () -> InterfaceInfo.of(nsIInterfaceInfo.class));
    refuses(NS_ERROR_ILLEGAL_VALUE, () -> InterfaceInfo.of(nsIObserver.class).method(4));
  }

  private interface NotFromIdl extends nsISupports {}

  @Test
  void isRefusedFromATypelibThatIsCutAnywhere() throws IOException {
    byte[] whole = typelib();
    for (int length = 0; length < whole.length; length += 37) {
      byte[] cut = Arrays.copyOf(whole, length);
      refuses(NS_ERROR_FILE_CORRUPTED, () -> TypelibReader.read(cut, "cut"));
    }
  }

  @Test
  void isReadOrRefusedFromATypelibWithAnyByteChanged() throws IOException {
    byte[] whole = typelib();
    var random = new Random(20110613);
    for (int i = 0; i < 3_000; i++) {
      byte[] changed = whole.clone();
      changed[random.nextInt(changed.length)] = (byte) random.nextInt();
      try {
        TypelibReader.read(changed, "changed");
      } catch (XpcomException refused) {
        assertEquals(NS_ERROR_FILE_CORRUPTED, refused.result());
      }
    }
  }

  /** All that the typelib of the API describes. */
  static List<Class<? extends nsISupports>> interfacesOfTheApi() throws IOException {
    Map<String, Description> all = TypelibReader.read(typelib(), TYPELIB);
    assertTrue(all.size() > 60, () -> all.keySet().toString());
    List<Class<? extends nsISupports>> types = new ArrayList<>();
    for (String name : all.keySet()) {
      try {
        types.add(Class.forName("org.xpcom4j.interfaces." + name).asSubclass(nsISupports.class));
      } catch (ClassNotFoundException e) {
        throw new AssertionError(name + " is missing", e);
      }
    }
    return types;
  }

  private static byte[] typelib() throws IOException {
    try (InputStream in = nsISupports.class.getResourceAsStream(TYPELIB)) {
      return in.readAllBytes();
    }
  }

  private static void refuses(long result, Executable call) {
    assertEquals(result, assertThrows(XpcomException.class, call).result());
  }
}
