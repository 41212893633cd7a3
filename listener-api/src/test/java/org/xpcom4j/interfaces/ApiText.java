package org.xpcom4j.interfaces;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.xpcom4j.metadata.XpInterface;

/** Writes an interface as text that can be reviewed: what its users can see, in a fixed order. */
final class ApiText {

  private ApiText() {}

  static String of(Class<?> type) {
    return Stream.of(
            Stream.of(head(type)),
            Arrays.stream(type.getDeclaredFields()).map(ApiText::constant).sorted(),
            Arrays.stream(type.getDeclaredMethods()).map(ApiText::method).sorted())
        .flatMap(lines -> lines)
        .map(line -> line + "\n")
        .collect(Collectors.joining());
  }

  private static String head(Class<?> type) {
    var metadata = type.getAnnotation(XpInterface.class);
    return (type.isAnnotationPresent(FunctionalInterface.class) ? "function " : "")
        + type.getSimpleName()
        + Arrays.stream(type.getInterfaces())
            .map(base -> " : " + base.getSimpleName())
            .findFirst()
            .orElse("")
        + (metadata.scriptable() ? " " : " not scriptable ")
        + metadata.iid()
        + Arrays.stream(metadata.contracts()).map(c -> " " + c).collect(Collectors.joining());
  }

  private static String constant(Field field) {
    try {
      return "  %s %s = %s".formatted(shortName(field.getType()), field.getName(), field.get(null));
    } catch (IllegalAccessException e) {
      throw new AssertionError(field.getName(), e);
    }
  }

  private static String method(Method method) {
    String parameters =
        Arrays.stream(method.getParameters())
            .map(p -> shortName(p.getParameterizedType()) + " " + p.getName())
            .collect(Collectors.joining(", "));
    return "  %s%s %s(%s)"
        .formatted(
            method.isDefault()
                ? "default "
                : Modifier.isStatic(method.getModifiers()) ? "static " : "",
            shortName(method.getGenericReturnType()),
            method.getName(),
            parameters);
  }

  private static String shortName(Type type) {
    return type.getTypeName().replaceAll("\\b(?:[a-z0-9]+\\.)+", "");
  }
}
