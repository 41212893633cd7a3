package org.xpcom4j.idl.header;

import org.xpcom4j.idl.model.ArrayType;
import org.xpcom4j.idl.model.BuiltinType;
import org.xpcom4j.idl.model.CenumType;
import org.xpcom4j.idl.model.IdlType;
import org.xpcom4j.idl.model.InterfaceType;
import org.xpcom4j.idl.model.NativeType;
import org.xpcom4j.idl.model.NativeType.Indirection;
import org.xpcom4j.idl.model.NativeType.Meaning;
import org.xpcom4j.idl.model.Typedef;
import org.xpcom4j.idl.model.WebIdlType;

/** What IDL types are called in C++, before anything is said of how they are passed. */
final class CppTypeNames {
  private CppTypeNames() {}

  static String of(BuiltinType type) {
    return switch (type) {
      case VOID -> "void";
      case BOOLEAN -> "bool";
      case OCTET -> "uint8_t";
      case SHORT -> "int16_t";
      case LONG -> "int32_t";
      case LONG_LONG -> "int64_t";
      case UNSIGNED_SHORT -> "uint16_t";
      case UNSIGNED_LONG -> "uint32_t";
      case UNSIGNED_LONG_LONG -> "uint64_t";
      case FLOAT -> "float";
      case DOUBLE -> "double";
      case CHAR -> "char";
      case WCHAR -> "char16_t";
      case STRING -> "char *";
      case WSTRING -> "char16_t *";
    };
  }

  static String of(NativeType type) {
    return switch (type.meaning()) {
      case OPAQUE, NSID -> type.text();
      case DOMSTRING, ASTRING -> "nsAString";
      case UTF8STRING, CSTRING -> "nsACString";
      case JSVAL -> "JS::Value";
      case PROMISE -> "mozilla::dom::Promise";
    };
  }

  static String of(CenumType type) {
    return type.owner() + "::" + type.name();
  }

  /** The DOM's classes lie in one namespace, but for the oldest. */
  static String of(WebIdlType type) {
    return type.name().equals("Node") ? "nsINode" : "mozilla::dom::" + type.name();
  }

  static String of(ArrayType type) {
    return "nsTArray<" + element(type.element()) + ">";
  }

  /** The type of an array's elements, which own what they hold. */
  static String element(IdlType type) {
    if (type instanceof Typedef typedef) {
      boolean isNumber =
          typedef.underlying() instanceof BuiltinType builtin && !of(builtin).endsWith("*");
      return isNumber ? typedef.name() : element(typedef.underlying());
    }
    if (type instanceof BuiltinType builtin) {
      return element(builtin);
    }
    if (type instanceof NativeType nativeType) {
      return element(nativeType);
    }
    if (type instanceof CenumType cenum) {
      return of(cenum);
    }
    if (type instanceof ArrayType array) {
      return of(array);
    }
    String pointed = type instanceof WebIdlType webIdl ? of(webIdl) : ((InterfaceType) type).name();
    return "RefPtr<" + pointed + ">";
  }

  private static String element(BuiltinType type) {
    if (type == BuiltinType.STRING) {
      return "nsCString";
    }
    return type == BuiltinType.WSTRING ? "nsString" : of(type);
  }

  private static String element(NativeType type) {
    return switch (type.meaning()) {
      case DOMSTRING, ASTRING -> "nsString";
      case UTF8STRING, CSTRING -> "nsCString";
      case JSVAL, NSID -> of(type);
      case PROMISE -> "RefPtr<" + of(type) + ">";
      case OPAQUE -> of(type) + (type.indirection() == Indirection.PTR ? "*" : "");
    };
  }

  /** Whether values are passed as a string class or as a handle, in either direction. */
  static boolean isPassedInItsOwnWay(IdlType type) {
    return type.underlying() instanceof ArrayType
        || (type.underlying() instanceof NativeType nativeType
            && (nativeType.indirection() == Indirection.REF
                || nativeType.meaning() == Meaning.JSVAL));
  }
}
