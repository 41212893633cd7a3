package org.xpcom4j.registry.reflect;

import static org.xpcom4j.result.Nsresult.NS_ERROR_ILLEGAL_VALUE;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Modifier;
import org.jspecify.annotations.Nullable;
import org.xpcom4j.interfaces.nsISupports;
import org.xpcom4j.result.XpcomException;

/**
 * Where the classes that are made for one interface live: a loader that sees what the interface's
 * own loader sees, and the base classes here. So it does not matter which loader or module the
 * interface is in, and the classes go when the interface goes.
 */
final class MadeClasses extends ClassLoader {

  /** No other module has it: the classes are in the loader's unnamed module. */
  static final String PACKAGE = "org.xpcom4j.registry.reflect.made";

  private static final String OURS = MadeClasses.class.getPackageName() + ".";

  private final @Nullable ClassLoader interfaces;

  private MadeClasses(Class<?> type) {
    super("xpcom4j made for " + type.getName(), null);
    this.interfaces = type.getClassLoader();
  }

  /**
   * Defines a class and finds its constructor.
   *
   * @throws XpcomException if code elsewhere may not use the interface
   */
  static MethodHandle constructor(
      Class<? extends nsISupports> type, String name, byte[] code, Class<?>... parameters) {
    requireUsable(type);
    Class<?> made = new MadeClasses(type).define(name, code);
    try {
      return MethodHandles.publicLookup()
          .findConstructor(made, MethodType.methodType(void.class, parameters));
    } catch (ReflectiveOperationException impossible) {
      throw new LinkageError(name, impossible);
    }
  }

  private static void requireUsable(Class<?> type) {
    if (!Modifier.isPublic(type.getModifiers())
        || !type.getModule().isExported(type.getPackageName())) {
      throw new XpcomException(
          NS_ERROR_ILLEGAL_VALUE,
          type.getName()
              + " is not accessible elsewhere\n  hint: make it public and let its module export "
              + type.getPackageName());
    }
  }

  private Class<?> define(String name, byte[] code) {
    return defineClass(name, code, 0, code.length);
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    return name.startsWith(OURS)
        ? Class.forName(name, false, MadeClasses.class.getClassLoader())
        : Class.forName(name, false, interfaces);
  }
}
