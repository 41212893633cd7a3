package org.xpcom4j.idl.typelib;

import org.xpcom4j.idl.typelib.TypelibType.Array;
import org.xpcom4j.idl.typelib.TypelibType.InterfacePointer;
import org.xpcom4j.idl.typelib.TypelibType.Simple;
import org.xpcom4j.idl.typelib.TypelibType.SizedString;

/** The names that the types of typelibs have in IDL. */
final class TypeNames {
  private TypeNames() {}

  /** The name of a type; for an array, of its elements; where another parameter tells, of anything. */
  static String of(TypelibType type) {
    if (type instanceof Simple simple) {
      return of(simple);
    }
    if (type instanceof InterfacePointer pointer) {
      return pointer.name();
    }
    if (type instanceof Array array) {
      return of(array.element());
    }
    if (type instanceof SizedString string) {
      return string.isWide() ? "wstring" : "string";
    }
    return "nsQIResult";
  }

  private static String of(Simple type) {
    return switch (type.tag()) {
      case INT8 -> plain("int8_t", type);
      case INT16 -> plain("short", type);
      case INT32 -> plain("long", type);
      case INT64 -> plain("long long", type);
      case UINT8 -> plain("octet", type);
      case UINT16 -> plain("unsigned short", type);
      case UINT32 -> plain("unsigned long", type);
      case UINT64 -> plain("unsigned long long", type);
      case FLOAT -> plain("float", type);
      case DOUBLE -> plain("double", type);
      case BOOLEAN -> plain("boolean", type);
      case CHAR -> plain("char", type);
      case WCHAR -> plain("wchar", type);
      case VOID -> type.isPointer() ? "voidPtr" : "void";
      case NSID -> type.isPointer() ? orPointer("nsIIDRef", "nsIIDPtr", type) : "nsIID";
      case DOMSTRING -> orPointer("DOMString", "DOMStringPtr", type);
      case STRING -> "string";
      case WSTRING -> "wstring";
      case UTF8STRING -> orPointer("AUTF8String", "AUTF8StringPtr", type);
      case CSTRING -> orPointer("ACString", "ACStringPtr", type);
      case ASTRING -> orPointer("AString", "AStringPtr", type);
      case JSVAL -> plain("jsval", type);
      case INTERFACE, INTERFACE_IS, ARRAY, SIZED_STRING, SIZED_WSTRING ->
          throw new IllegalArgumentException("no simple type: " + type);
    };
  }

  /** IDL passes these by value; with a pointer they have no name of their own. */
  private static String plain(String name, Simple type) {
    return type.isPointer() ? name + " *" : name;
  }

  private static String orPointer(String name, String pointerName, Simple type) {
    return type.isPointer() && !type.isReference() ? pointerName : name;
  }
}
