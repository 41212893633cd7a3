package org.xpcom4j.idl.typelib;

/** The kinds of types, in the order of their numbers. */
public enum TypeTag {
  /** 8 bits. IDL has no name for it. */
  INT8(0),
  /** {@code short}. */
  INT16(1),
  /** {@code long}. */
  INT32(2),
  /** {@code long long}. */
  INT64(3),
  /** {@code octet}. */
  UINT8(4),
  /** {@code unsigned short}. */
  UINT16(5),
  /** {@code unsigned long}. */
  UINT32(6),
  /** {@code unsigned long long}. */
  UINT64(7),
  /** {@code float}. */
  FLOAT(8),
  /** {@code double}. */
  DOUBLE(9),
  /** {@code boolean}. */
  BOOLEAN(10),
  /** {@code char}. */
  CHAR(11),
  /** {@code wchar}. */
  WCHAR(12),
  /** Nothing; as a pointer, anything. */
  VOID(13),
  /** An interface or class ID. */
  NSID(14),
  /** {@code DOMString}. */
  DOMSTRING(15),
  /** {@code string}. */
  STRING(16),
  /** {@code wstring}. */
  WSTRING(17),
  /** A pointer to an interface that the typelib names. */
  INTERFACE(18),
  /** A pointer to an interface that another parameter names. */
  INTERFACE_IS(19),
  /** An array whose length is in another parameter. */
  ARRAY(20),
  /** {@code string} whose length is in another parameter. */
  SIZED_STRING(21),
  /** {@code wstring} whose length is in another parameter. */
  SIZED_WSTRING(22),
  /** {@code AUTF8String}. */
  UTF8STRING(23),
  /** {@code ACString}. */
  CSTRING(24),
  /** {@code AString}. */
  ASTRING(25),
  /** {@code jsval}. */
  JSVAL(26);

  private final int number;

  TypeTag(int number) {
    this.number = number;
  }

  /** {@return the number that stands for it in the file} */
  public int number() {
    return number;
  }

  /** {@return whether nothing more than the tag is needed to know the type} */
  public boolean isSimple() {
    return compareTo(INTERFACE) < 0 || compareTo(SIZED_WSTRING) > 0;
  }

  /** {@return whether it is a string class, which callers hand in to receive one} */
  public boolean isStringClass() {
    return this == DOMSTRING || this == UTF8STRING || this == CSTRING || this == ASTRING;
  }

  /** {@return whether constants may have this type} */
  public boolean canBeConstant() {
    return this == INT16 || this == INT32 || this == UINT16 || this == UINT32;
  }
}
