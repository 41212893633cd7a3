package org.xpcom4j.registry.reflect;

/**
 * A parameter of a method, as a typelib has it: without a name.
 *
 * @param type its type
 * @param isIn whether a value goes to the method
 * @param isOut whether a value comes back; in Java an array of one
 * @param isResult whether it is what the method returns in Java
 * @param isOptional whether it may be left out
 */
public record ParameterInfo(
    TypeInfo type, boolean isIn, boolean isOut, boolean isResult, boolean isOptional) {

  /** Whether a Java parameter stands for this one. */
  boolean fits(Class<?> java) {
    return isOut ? java.isArray() && type.fits(java.componentType()) : type.fits(java);
  }
}
