package org.xpcom4j.registry.reflect;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A method, or one half of an attribute.
 *
 * @param index its place in the vtable, those of the bases first, from 0
 * @param name its name in IDL; getter and setter of an attribute have the same
 * @param kind what it is
 * @param isScriptable whether languages other than C++ see it
 * @param parameters all parameters, the result last
 * @param javaMethod the method of the Java interface, null if there is none
 */
public record MethodInfo(
    int index,
    String name,
    Kind kind,
    boolean isScriptable,
    List<ParameterInfo> parameters,
    @Nullable Method javaMethod) {

  /**
   * Keeps a copy of the parameters.
   *
   * @param index its place in the vtable
   * @param name its name in IDL
   * @param kind what it is
   * @param isScriptable whether languages other than C++ see it
   * @param parameters all parameters
   * @param javaMethod the method of the Java interface
   */
  public MethodInfo {
    parameters = List.copyOf(parameters);
  }

  /** What a vtable entry is. */
  public enum Kind {
    /** A method. */
    METHOD,
    /** Reads an attribute. */
    GETTER,
    /** Writes an attribute. */
    SETTER
  }

  /**
   * Finds the result.
   *
   * @return what the method returns in Java, empty if nothing
   */
  public Optional<ParameterInfo> result() {
    return parameters.stream().filter(ParameterInfo::isResult).findFirst();
  }

  MethodInfo with(Method found) {
    return new MethodInfo(index, name, kind, isScriptable, parameters, found);
  }

  MethodInfo at(int place) {
    return new MethodInfo(place, name, kind, isScriptable, parameters, javaMethod);
  }
}
