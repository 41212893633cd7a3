package org.xpcom4j.idl.typelib;

import org.xpcom4j.idl.typelib.TypelibType.Array;
import org.xpcom4j.idl.typelib.TypelibType.InterfaceIs;
import org.xpcom4j.idl.typelib.TypelibType.InterfacePointer;
import org.xpcom4j.idl.typelib.TypelibType.Simple;
import org.xpcom4j.idl.typelib.TypelibType.SizedString;

/** Reads the types of one method, or of a constant. */
final class TypeReader {
  /** IDL has arrays of one dimension; more than these are made to exhaust the stack. */
  private static final int DEEPEST_ARRAY = 8;

  private static final TypeTag[] TAGS = TypeTag.values();

  private final Cursor cursor;
  private final int parameterCount;
  private final Directory directory;

  /**
   * Reads for one method.
   *
   * @param parameterCount how many parameters the types may speak of
   * @param directory knows the interfaces
   */
  TypeReader(Cursor cursor, int parameterCount, Directory directory) {
    this.cursor = cursor;
    this.parameterCount = parameterCount;
    this.directory = directory;
  }

  TypelibType read() throws TypelibFormatException {
    return read(0);
  }

  private TypelibType read(int depth) throws TypelibFormatException {
    int at = cursor.position();
    int prefix = cursor.u8("type");
    int number = prefix & Layout.TAG_BITS;
    if (number >= TAGS.length) {
      throw new TypelibFormatException(
          at, "type " + number + ", and the last that is known is " + (TAGS.length - 1));
    }
    TypeTag tag = TAGS[number];
    boolean isPointer = (prefix & Layout.POINTER_BIT) != 0;
    if (tag.isSimple()) {
      return simple(at, tag, isPointer, (prefix & Layout.REFERENCE_BIT) != 0);
    }
    if (!isPointer) {
      throw new TypelibFormatException(at, "type " + tag + " without being a pointer");
    }
    return switch (tag) {
      case INTERFACE -> interfacePointer();
      case INTERFACE_IS -> new InterfaceIs(parameter("interface ID"));
      case ARRAY -> array(at, depth);
      default ->
          new SizedString(
              tag == TypeTag.SIZED_WSTRING, parameter("string size"), parameter("string length"));
    };
  }

  private static TypelibType simple(int at, TypeTag tag, boolean isPointer, boolean isReference)
      throws TypelibFormatException {
    if (isReference && !isPointer) {
      throw new TypelibFormatException(at, "type " + tag + " is a reference and no pointer");
    }
    return new Simple(tag, isPointer, isReference);
  }

  private TypelibType interfacePointer() throws TypelibFormatException {
    int at = cursor.position();
    return new InterfacePointer(directory.name(at, cursor.u16("interface of the type")));
  }

  private TypelibType array(int at, int depth) throws TypelibFormatException {
    if (depth == DEEPEST_ARRAY) {
      throw new TypelibFormatException(at, "arrays are nested more than " + depth + " deep");
    }
    return new Array(parameter("array size"), parameter("array length"), read(depth + 1));
  }

  private int parameter(String what) throws TypelibFormatException {
    int at = cursor.position();
    int number = cursor.u8(what);
    if (number >= parameterCount) {
      throw new TypelibFormatException(
          at, what + " in parameter " + number + " of a method that has " + parameterCount);
    }
    return number;
  }

  /** Knows the interfaces of the typelib by their numbers. */
  interface Directory {
    String name(int at, int index) throws TypelibFormatException;
  }
}
