package org.xpcom4j.idl.header;

import org.xpcom4j.idl.model.BuiltinType;
import org.xpcom4j.idl.model.IdlType;
import org.xpcom4j.idl.model.InterfaceType;
import org.xpcom4j.idl.model.NativeType;
import org.xpcom4j.idl.model.NativeType.Indirection;
import org.xpcom4j.idl.model.NativeType.Meaning;
import org.xpcom4j.idl.model.Parameter;
import org.xpcom4j.idl.model.Parameter.Direction;
import org.xpcom4j.idl.model.Parameter.Flag;
import org.xpcom4j.idl.model.Typedef;

/**
 * How C++ passes values of IDL types. The texts end so that a name can follow at once, as in {@code
 * nsIURI *} and {@code const nsACString & }.
 */
final class CppTypes {
  private CppTypes() {}

  /** The type of a declared parameter. */
  static String of(Parameter parameter) {
    boolean isConst = parameter.has(Flag.CONST) || parameter.has(Flag.SHARED);
    String type = passed(parameter.type(), parameter.direction() == Direction.IN, isConst);
    return parameter.has(Flag.ARRAY) ? type + "*" : type;
  }

  /** The type of what goes in: of a setter's parameter, and of a result without nsresult. */
  static String in(IdlType type) {
    return passed(type, true, false);
  }

  /** The type of what comes out: of a getter's parameter, and of {@code _retval}. */
  static String out(IdlType type) {
    return passed(type, false, false);
  }

  /** What a typedef stands for. */
  static String aliased(Typedef typedef) {
    IdlType target = typedef.target();
    return isReference(target.underlying())
        ? bare((NativeType) target.underlying())
        : in(target).strip();
  }

  /** Whether there can be no pointer to what is passed, and so no array of it. */
  static boolean isReference(IdlType type) {
    return type.underlying() instanceof NativeType nativeType
        && nativeType.indirection() == Indirection.REF
        && nativeType.meaning() != Meaning.JSVAL;
  }

  private static String passed(IdlType type, boolean isIn, boolean isConst) {
    if (type instanceof BuiltinType builtin) {
      return builtin(builtin, isIn, isConst);
    }
    if (type instanceof Typedef typedef) {
      // A typedef cannot stand for a reference in both directions.
      return typedef.underlying() instanceof NativeType nativeType && isByHandle(nativeType)
          ? nativeType(nativeType, isIn, isConst)
          : marked(isConst) + typedef.name() + (isIn ? " " : " *");
    }
    if (type instanceof NativeType nativeType) {
      return nativeType(nativeType, isIn, isConst);
    }
    return marked(isConst) + ((InterfaceType) type).name() + (isIn ? " *" : " * *");
  }

  private static String builtin(BuiltinType type, boolean isIn, boolean isConst) {
    String name = name(type);
    boolean isPointer = name.endsWith("*");
    return marked(isConst || (isIn && isPointer)) + name + (isIn ? " " : " *");
  }

  private static String nativeType(NativeType type, boolean isIn, boolean isConst) {
    if (type.meaning() == Meaning.JSVAL) {
      return isIn ? "JS::HandleValue " : "JS::MutableHandleValue ";
    }
    boolean isSpecial = type.meaning() != Meaning.OPAQUE;
    String suffix =
        switch (type.indirection()) {
          case REF -> "& ";
          case PTR -> isIn ? "*" : "**";
          case VALUE -> isIn ? "" : "*";
        };
    String text = bare(type);
    boolean isMarked = (isConst || (isSpecial && isIn)) && !text.startsWith("const ");
    return marked(isMarked) + text + " " + suffix;
  }

  private static boolean isByHandle(NativeType type) {
    return type.indirection() == Indirection.REF || type.meaning() == Meaning.JSVAL;
  }

  private static String bare(NativeType type) {
    return switch (type.meaning()) {
      case OPAQUE, NSID -> type.text();
      case DOMSTRING, ASTRING -> "nsAString";
      case UTF8STRING, CSTRING -> "nsACString";
      case JSVAL -> "JS::Value";
      case PROMISE -> "mozilla::dom::Promise";
    };
  }

  private static String name(BuiltinType type) {
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

  private static String marked(boolean isConst) {
    return isConst ? "const " : "";
  }
}
