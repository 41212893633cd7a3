package org.xpcom4j.idl.typelib;

import java.util.List;
import java.util.Optional;
import org.xpcom4j.idl.model.BuiltinType;
import org.xpcom4j.idl.model.CenumType;
import org.xpcom4j.idl.model.IdlType;
import org.xpcom4j.idl.model.InterfaceType;
import org.xpcom4j.idl.model.NativeType;
import org.xpcom4j.idl.model.NativeType.Indirection;
import org.xpcom4j.idl.model.NativeType.Meaning;
import org.xpcom4j.idl.model.Parameter;
import org.xpcom4j.idl.typelib.TypelibType.Simple;

/**
 * How a typelib writes the types of IDL. What version 1.2 has no word for, such as
 * {@code Array<T>}, types of WebIDL and promises, is a pointer to anything.
 */
final class TypeMapping {
  private static final TypelibType OPAQUE = Simple.pointer(TypeTag.VOID);

  private TypeMapping() {}

  /** The type of a constant, of an attribute, or of what a method returns. */
  static TypelibType type(IdlType type) {
    IdlType underlying = type.underlying();
    if (underlying instanceof BuiltinType builtin) {
      return builtin(builtin);
    }
    if (underlying instanceof NativeType nativeType) {
      return nativeType(nativeType);
    }
    if (underlying instanceof CenumType cenum) {
      return builtin(cenum.integer());
    }
    if (underlying instanceof InterfaceType interfaceType) {
      return new TypelibType.InterfacePointer(interfaceType.name());
    }
    return OPAQUE;
  }

  /**
   * The type of a parameter.
   *
   * @param all the parameters of the method, which lengths and interface IDs are counted in
   */
  static TypelibType type(Parameter parameter, List<Parameter> all) {
    TypelibType type = type(parameter.type());
    Optional<Integer> iid = number(parameter.iidIs(), all);
    if (iid.isPresent() && parameter.type().is(Meaning.OPAQUE)) {
      type = new TypelibType.InterfaceIs(iid.get());
    }
    Optional<Integer> size = number(parameter.sizeIs(), all);
    if (parameter.has(Parameter.Flag.ARRAY)) {
      // Only what scripts do not see may be an array that nobody knows the length of.
      return size.isPresent() ? new TypelibType.Array(size.get(), size.get(), type) : OPAQUE;
    }
    if (size.isPresent() && (type.tag() == TypeTag.STRING || type.tag() == TypeTag.WSTRING)) {
      return new TypelibType.SizedString(type.tag() == TypeTag.WSTRING, size.get(), size.get());
    }
    return type;
  }

  private static Optional<Integer> number(Optional<String> name, List<Parameter> all) {
    if (name.isEmpty()) {
      return Optional.empty();
    }
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).name().equals(name.get())) {
        return Optional.of(i);
      }
    }
    throw new IllegalArgumentException("no parameter " + name.get());
  }

  private static TypelibType builtin(BuiltinType type) {
    return switch (type) {
      case VOID -> Simple.value(TypeTag.VOID);
      case BOOLEAN -> Simple.value(TypeTag.BOOLEAN);
      case OCTET -> Simple.value(TypeTag.UINT8);
      case SHORT -> Simple.value(TypeTag.INT16);
      case LONG -> Simple.value(TypeTag.INT32);
      case LONG_LONG -> Simple.value(TypeTag.INT64);
      case UNSIGNED_SHORT -> Simple.value(TypeTag.UINT16);
      case UNSIGNED_LONG -> Simple.value(TypeTag.UINT32);
      case UNSIGNED_LONG_LONG -> Simple.value(TypeTag.UINT64);
      case FLOAT -> Simple.value(TypeTag.FLOAT);
      case DOUBLE -> Simple.value(TypeTag.DOUBLE);
      case CHAR -> Simple.value(TypeTag.CHAR);
      case WCHAR -> Simple.value(TypeTag.WCHAR);
      case STRING -> Simple.pointer(TypeTag.STRING);
      case WSTRING -> Simple.pointer(TypeTag.WSTRING);
    };
  }

  private static TypelibType nativeType(NativeType type) {
    boolean isReference = type.indirection() == Indirection.REF;
    boolean isPointer = type.indirection() != Indirection.VALUE;
    return switch (type.meaning()) {
      case OPAQUE, PROMISE -> OPAQUE;
      case NSID -> new Simple(TypeTag.NSID, isPointer, isReference);
      case DOMSTRING -> new Simple(TypeTag.DOMSTRING, isPointer, isReference);
      case UTF8STRING -> new Simple(TypeTag.UTF8STRING, isPointer, isReference);
      case CSTRING -> new Simple(TypeTag.CSTRING, isPointer, isReference);
      case ASTRING -> new Simple(TypeTag.ASTRING, isPointer, isReference);
      case JSVAL -> Simple.value(TypeTag.JSVAL);
    };
  }
}
