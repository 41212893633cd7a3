package org.xpcom4j.registry.loading;

import static org.xpcom4j.result.Nsresult.NS_ERROR_FACTORY_NOT_LOADED;
import static org.xpcom4j.result.Nsresult.NS_ERROR_FAILURE;
import static org.xpcom4j.result.Nsresult.NS_ERROR_NO_AGGREGATION;
import static org.xpcom4j.result.Nsresult.NS_ERROR_NO_INTERFACE;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xpcom4j.interfaces.nsIFactory;
import org.xpcom4j.interfaces.nsISupports;
import org.xpcom4j.registry.component.Dependencies;
import org.xpcom4j.result.XpcomException;

/**
 * Makes objects of a class that only a manifest knows: with its public constructor without
 * parameters, or else as injection makes it. The class is loaded when the first object is wanted.
 */
final class ClassFactory implements nsIFactory {

  private final ClassLoader loader;
  private final String className;
  private final Dependencies dependencies;

  ClassFactory(ClassLoader loader, String className, Dependencies dependencies) {
    this.loader = loader;
    this.className = className;
    this.dependencies = dependencies;
  }

  @Override
  public nsISupports createInstance(@Nullable nsISupports outer, UUID iid) {
    if (outer != null) {
      throw new XpcomException(
          NS_ERROR_NO_AGGREGATION, className + " cannot be a part of another object");
    }
    Class<?> type = load();
    if (!nsISupports.class.isAssignableFrom(type)) {
      throw new XpcomException(
          NS_ERROR_NO_INTERFACE,
          className + " implements no interface made from IDL, as components do");
    }
    Optional<Constructor<?>> simple =
        Arrays.stream(type.getConstructors())
            .filter(constructor -> constructor.getParameterCount() == 0)
            .findFirst();
    Object made = simple.isPresent() ? make(simple.get()) : dependencies.get(type);
    return ((nsISupports) made).queryInterface(iid);
  }

  private Class<?> load() {
    try {
      return Class.forName(className, true, loader);
    } catch (ClassNotFoundException missing) {
      throw new XpcomException(
          NS_ERROR_FACTORY_NOT_LOADED, "class " + className + " cannot be loaded", missing);
    }
  }

  private Object make(Constructor<?> constructor) {
    try {
      return constructor.newInstance();
    } catch (InvocationTargetException thrown) {
      throw unchanged(Objects.requireNonNull(thrown.getCause(), "what the constructor threw"));
    } catch (InstantiationException | IllegalAccessException unusable) {
      throw new XpcomException(
          NS_ERROR_FACTORY_NOT_LOADED,
          className
              + " cannot be made: "
              + unusable.getMessage()
              + "\n  hint: a public class that is not abstract, in a package that its module exports",
          unusable);
    }
  }

  /** What a constructor throws passes, as with components of a table. */
  private RuntimeException unchanged(Throwable thrown) {
    if (thrown instanceof Error error) {
      throw error;
    }
    return thrown instanceof RuntimeException unchecked
        ? unchecked
        : new XpcomException(
            NS_ERROR_FAILURE, className + " failed while it was made: " + thrown, thrown);
  }

  /** Does nothing: a class goes with its plug-in. */
  @Override
  public void lockFactory(boolean lock) {}
}
