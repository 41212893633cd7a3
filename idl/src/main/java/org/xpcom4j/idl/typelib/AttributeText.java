package org.xpcom4j.idl.typelib;

import java.util.List;
import java.util.Optional;

/** Getters, with the setters behind them, as the attributes that they come from. */
final class AttributeText {
  private AttributeText() {}

  /**
   * The attribute whose getter stands at an index.
   *
   * @return the declaration; empty if there is no getter as compilers write them
   */
  static Optional<String> of(List<TypelibMethod> methods, int index) {
    TypelibMethod getter = methods.get(index);
    if (!isHalf(getter, TypelibMethod.Flag.GETTER)
        || !getter.parameters().get(0).isResult()
        || !MethodText.isPlain(getter.parameters().get(0))) {
      return Optional.empty();
    }
    String readonly = isWritable(methods, index) ? "" : "readonly ";
    String type = TypeNames.of(getter.parameters().get(0).type());
    return Optional.of(
        MethodText.attributes(getter) + readonly + "attribute " + type + " " + getter.name());
  }

  /** Whether a setter that fits follows a getter. */
  static boolean isWritable(List<TypelibMethod> methods, int index) {
    if (index + 1 == methods.size()) {
      return false;
    }
    TypelibMethod getter = methods.get(index);
    TypelibMethod setter = methods.get(index + 1);
    return isHalf(setter, TypelibMethod.Flag.SETTER)
        && setter.name().equals(getter.name())
        && setter.parameters().get(0).type().equals(getter.parameters().get(0).type())
        && MethodText.attributes(setter).equals(MethodText.attributes(getter));
  }

  private static boolean isHalf(TypelibMethod method, TypelibMethod.Flag half) {
    return method.has(half)
        && !(method.has(TypelibMethod.Flag.GETTER) && method.has(TypelibMethod.Flag.SETTER))
        && method.parameters().size() == 1
        && MethodText.hasResultCode(method);
  }
}
