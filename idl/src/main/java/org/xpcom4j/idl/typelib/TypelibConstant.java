package org.xpcom4j.idl.typelib;

/**
 * A constant.
 *
 * @param name its name
 * @param tag its type, one of the four that constants may have
 * @param value its value, within the range of the type
 */
public record TypelibConstant(String name, TypeTag tag, long value) {
  /**
   * Checks the type.
   *
   * @param name its name
   * @param tag its type
   * @param value its value, within the range of the type
   */
  public TypelibConstant {
    if (!tag.canBeConstant()) {
      throw new IllegalArgumentException("constant " + name + " of type " + tag);
    }
  }

  /** {@return how many bytes the value takes in the file} */
  int size() {
    return tag == TypeTag.INT16 || tag == TypeTag.UINT16 ? 2 : 4;
  }
}
