package org.xpcom4j.registry.reflect;

import org.jspecify.annotations.Nullable;
import org.xpcom4j.interfaces.nsISupports;

/**
 * The type of a parameter, as a typelib has it.
 *
 * @param tag its kind
 * @param isPointer whether native code passes it by pointer
 * @param interfaceName the interface of an {@link TypeTag#INTERFACE}, else null
 * @param argument the parameter that has the interface ID of an {@link TypeTag#INTERFACE_IS} or the
 *     length of an array or sized string, from 0; else -1
 * @param element the type of an array's elements, else null
 */
public record TypeInfo(
    TypeTag tag,
    boolean isPointer,
    @Nullable String interfaceName,
    int argument,
    @Nullable TypeInfo element) {

  /** Whether a Java type stands for this one. */
  boolean fits(Class<?> java) {
    return switch (tag) {
      case ARRAY -> element != null && java.isArray() && element.fits(java.componentType());
      case INTERFACE, INTERFACE_IS -> nsISupports.class.isAssignableFrom(java);
      case CSTRING -> java == String.class || java == byte[].class;
      default -> java == tag.javaType();
    };
  }
}
