package org.xpcom4j.registry.reflect;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.xpcom4j.registry.reflect.MethodInfo.Kind;

/**
 * The methods of a Java interface, found for what its typelib says. Names follow the rules of the
 * IDL compiler: {@code getX} and {@code setX} for attributes, and as many underscores at the end as
 * it took to be free.
 */
final class JavaMethods {

  private final List<Method> declared;

  JavaMethods(Class<?> type) {
    this.declared =
        Arrays.stream(type.getDeclaredMethods())
            .filter(method -> !Modifier.isStatic(method.getModifiers()) && !method.isSynthetic())
            .toList();
  }

  /** Adds the Java method, if there is one: native code alone sees the others. */
  MethodInfo bind(MethodInfo method) {
    return method.isScriptable()
        ? declared.stream()
            .filter(java -> isNamed(java.getName(), javaName(method)) && fits(java, method))
            .findFirst()
            .map(method::with)
            .orElse(method)
        : method;
  }

  private static String javaName(MethodInfo method) {
    String name = method.name();
    String rest = name.substring(1);
    String upper = name.substring(0, 1).toUpperCase(Locale.ROOT) + rest;
    return switch (method.kind()) {
      case GETTER -> "get" + upper;
      case SETTER -> "set" + upper;
      case METHOD -> name.substring(0, 1).toLowerCase(Locale.ROOT) + rest;
    };
  }

  private static boolean isNamed(String java, String name) {
    return java.startsWith(name) && java.substring(name.length()).chars().allMatch(c -> c == '_');
  }

  private static boolean fits(Method java, MethodInfo method) {
    List<ParameterInfo> parameters =
        method.parameters().stream().filter(parameter -> !parameter.isResult()).toList();
    Class<?>[] types = java.getParameterTypes();
    if (types.length != parameters.size()) {
      return false;
    }
    for (int i = 0; i < types.length; i++) {
      if (!parameters.get(i).fits(types[i])) {
        return false;
      }
    }
    return fitsResult(java.getReturnType(), method);
  }

  private static boolean fitsResult(Class<?> java, MethodInfo method) {
    return method
        .result()
        .map(result -> result.type().fits(java))
        .orElse(java == void.class && method.kind() != Kind.GETTER);
  }
}
