package org.xpcom4j.idl.typelib;

/** The type of a parameter. */
public sealed interface TypelibType {
  /** {@return its kind} */
  TypeTag tag();

  /**
   * A type that the tag and two flags tell.
   *
   * @param tag the kind, a simple one
   * @param isPointer whether it is passed by pointer
   * @param isReference whether it is passed by reference, which is a kind of pointer
   */
  record Simple(TypeTag tag, boolean isPointer, boolean isReference) implements TypelibType {
    /**
     * Checks that the parts fit together.
     *
     * @param tag the kind, a simple one
     * @param isPointer whether it is passed by pointer
     * @param isReference whether it is passed by reference, which is a kind of pointer
     */
    public Simple {
      if (!tag.isSimple() || (isReference && !isPointer)) {
        throw new IllegalArgumentException("no simple type: " + tag);
      }
    }

    static Simple value(TypeTag tag) {
      return new Simple(tag, false, false);
    }

    static Simple pointer(TypeTag tag) {
      return new Simple(tag, true, false);
    }
  }

  /**
   * A pointer to an interface.
   *
   * @param name the name of the interface, which the typelib has in its directory
   */
  record InterfacePointer(String name) implements TypelibType {
    @Override
    public TypeTag tag() {
      return TypeTag.INTERFACE;
    }
  }

  /**
   * A pointer to an interface whose ID is in another parameter.
   *
   * @param parameter the number of that parameter, from 0
   */
  record InterfaceIs(int parameter) implements TypelibType {
    @Override
    public TypeTag tag() {
      return TypeTag.INTERFACE_IS;
    }
  }

  /**
   * An array.
   *
   * @param sizeIs the number of the parameter that has the allocated length, from 0
   * @param lengthIs the number of the parameter that has the used length; compilers write the same
   * @param element the type of the elements
   */
  record Array(int sizeIs, int lengthIs, TypelibType element) implements TypelibType {
    @Override
    public TypeTag tag() {
      return TypeTag.ARRAY;
    }
  }

  /**
   * Characters whose number is in another parameter.
   *
   * @param isWide whether they are UTF-16 units
   * @param sizeIs the number of the parameter that has the allocated length, from 0
   * @param lengthIs the number of the parameter that has the used length; compilers write the same
   */
  record SizedString(boolean isWide, int sizeIs, int lengthIs) implements TypelibType {
    @Override
    public TypeTag tag() {
      return isWide ? TypeTag.SIZED_WSTRING : TypeTag.SIZED_STRING;
    }
  }
}
