package org.xpcom4j.registry.reflect;

import java.util.UUID;
import org.xpcom4j.interfaces.nsISupports;

/** The kinds of types in typelibs, in the order of their numbers. */
public enum TypeTag {
  /** 8 bits with sign. */
  INT8(byte.class),
  /** {@code short}. */
  INT16(short.class),
  /** {@code long}. */
  INT32(int.class),
  /** {@code long long}. */
  INT64(long.class),
  /** {@code octet}. */
  UINT8(byte.class),
  /** {@code unsigned short}. */
  UINT16(int.class),
  /** {@code unsigned long}. */
  UINT32(long.class),
  /** {@code unsigned long long}. */
  UINT64(long.class),
  /** {@code float}. */
  FLOAT(float.class),
  /** {@code double}. */
  DOUBLE(double.class),
  /** {@code boolean}. */
  BOOLEAN(boolean.class),
  /** {@code char}. */
  CHAR(char.class),
  /** {@code wchar}. */
  WCHAR(char.class),
  /** Nothing; as a pointer, anything. */
  VOID(void.class),
  /** An interface or class ID. */
  NSID(UUID.class),
  /** {@code DOMString}. */
  DOMSTRING(String.class),
  /** {@code string}. */
  STRING(String.class),
  /** {@code wstring}. */
  WSTRING(String.class),
  /** An interface that the typelib names. */
  INTERFACE(nsISupports.class),
  /** An interface that another parameter names. */
  INTERFACE_IS(nsISupports.class),
  /** An array whose length is in another parameter. */
  ARRAY(Object.class),
  /** {@code string} whose length is in another parameter. */
  SIZED_STRING(String.class),
  /** {@code wstring} whose length is in another parameter. */
  SIZED_WSTRING(String.class),
  /** {@code AUTF8String}. */
  UTF8STRING(String.class),
  /** {@code ACString}: bytes, in Java a {@code String} or a {@code byte[]}. */
  CSTRING(String.class),
  /** {@code AString}. */
  ASTRING(String.class),
  /** {@code jsval}. */
  JSVAL(Object.class);

  private final Class<?> javaType;

  TypeTag(Class<?> javaType) {
    this.javaType = javaType;
  }

  /** What stands for it in Java; for interfaces and arrays, what all of them have in common. */
  Class<?> javaType() {
    return javaType;
  }
}
