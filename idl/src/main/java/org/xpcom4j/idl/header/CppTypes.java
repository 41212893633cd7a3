package org.xpcom4j.idl.header;

import org.xpcom4j.idl.model.ArrayType;
import org.xpcom4j.idl.model.BuiltinType;
import org.xpcom4j.idl.model.CenumType;
import org.xpcom4j.idl.model.IdlType;
import org.xpcom4j.idl.model.InterfaceType;
import org.xpcom4j.idl.model.NativeType;
import org.xpcom4j.idl.model.NativeType.Meaning;
import org.xpcom4j.idl.model.Parameter;
import org.xpcom4j.idl.model.Parameter.Direction;
import org.xpcom4j.idl.model.Parameter.Flag;
import org.xpcom4j.idl.model.Typedef;
import org.xpcom4j.idl.model.WebIdlType;

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
    IdlType target = typedef.target().underlying();
    if (target instanceof ArrayType array) {
      return CppTypeNames.of(array);
    }
    return isReference(target)
        ? CppTypeNames.of((NativeType) target)
        : in(typedef.target()).strip();
  }

  /** Whether there can be no pointer to what is passed, and so no array of it. */
  static boolean isReference(IdlType type) {
    return CppTypeNames.isPassedInItsOwnWay(type) && !type.is(Meaning.JSVAL);
  }

  private static String passed(IdlType type, boolean isIn, boolean isConst) {
    if (type instanceof BuiltinType builtin) {
      return builtin(builtin, isIn, isConst);
    }
    if (type instanceof Typedef typedef) {
      // A typedef cannot stand for a reference in both directions.
      return CppTypeNames.isPassedInItsOwnWay(typedef)
          ? passed(typedef.underlying(), isIn, isConst)
          : value(typedef.name(), isIn, isConst);
    }
    if (type instanceof NativeType nativeType) {
      return nativeType(nativeType, isIn, isConst);
    }
    if (type instanceof CenumType cenum) {
      return value(CppTypeNames.of(cenum), isIn, isConst);
    }
    if (type instanceof ArrayType array) {
      return marked(isIn || isConst) + CppTypeNames.of(array) + "& ";
    }
    String pointed =
        type instanceof WebIdlType webIdl ? CppTypeNames.of(webIdl) : ((InterfaceType) type).name();
    return marked(isConst) + pointed + (isIn ? " *" : " * *");
  }

  private static String value(String name, boolean isIn, boolean isConst) {
    return marked(isConst) + name + (isIn ? " " : " *");
  }

  private static String builtin(BuiltinType type, boolean isIn, boolean isConst) {
    String name = CppTypeNames.of(type);
    boolean isPointer = name.endsWith("*");
    return value(name, isIn, isConst || (isIn && isPointer));
  }

  private static String nativeType(NativeType type, boolean isIn, boolean isConst) {
    if (type.meaning() == Meaning.JSVAL) {
      return isIn ? "JS::HandleValue " : "JS::MutableHandleValue ";
    }
    boolean isSpecial = type.meaning() != Meaning.OPAQUE && type.meaning() != Meaning.PROMISE;
    String suffix =
        switch (type.indirection()) {
          case REF -> "& ";
          case PTR -> isIn ? "*" : "**";
          case VALUE -> isIn ? "" : "*";
        };
    String text = CppTypeNames.of(type);
    boolean isMarked = (isConst || (isSpecial && isIn)) && !text.startsWith("const ");
    return marked(isMarked) + text + " " + suffix;
  }

  private static String marked(boolean isConst) {
    return isConst ? "const " : "";
  }
}
