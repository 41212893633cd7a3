package org.xpcom4j.idl.model;

/** A type that values can have. */
public sealed interface IdlType
    permits BuiltinType, Typedef, NativeType, InterfaceType, CenumType, WebIdlType, ArrayType {
  /** {@return the name by which it was called} */
  String idlName();

  /** {@return the type behind all typedefs} */
  IdlType underlying();

  /**
   * Compares with a built-in type.
   *
   * @param type the built-in type
   * @return whether this is that type, perhaps under another name
   */
  default boolean is(BuiltinType type) {
    return underlying() == type;
  }

  /**
   * Compares with a kind of native type.
   *
   * @param meaning the kind
   * @return whether this is a native type of that kind, perhaps under another name
   */
  default boolean is(NativeType.Meaning meaning) {
    return underlying() instanceof NativeType nativeType && nativeType.meaning() == meaning;
  }
}
