package org.xpcom4j.idl.java;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.xpcom4j.idl.model.ArrayType;
import org.xpcom4j.idl.model.BuiltinType;
import org.xpcom4j.idl.model.CenumType;
import org.xpcom4j.idl.model.IdlType;
import org.xpcom4j.idl.model.InterfaceDefinition;
import org.xpcom4j.idl.model.InterfaceType;
import org.xpcom4j.idl.model.NativeType;
import org.xpcom4j.idl.model.NativeType.Meaning;
import org.xpcom4j.idl.model.Parameter;
import org.xpcom4j.idl.model.Parameter.Direction;
import org.xpcom4j.idl.model.Parameter.Flag;
import org.xpcom4j.idl.source.SourceText;

/** What IDL types are in Java. Types that only C++ knows have no Java type. */
final class JavaTypes {
  static final ClassName SUPPORTS = ClassName.get("org.xpcom4j.interfaces", "nsISupports");
  static final ClassName INTERFACES = ClassName.get("org.xpcom4j.metadata", "Interfaces");
  static final ClassName XP_INTERFACE = ClassName.get("org.xpcom4j.metadata", "XpInterface");
  static final ClassName ID = ClassName.get(UUID.class);
  static final ClassName STRING = ClassName.get(String.class);

  /** The simple names that generated code says without a package. */
  private static final List<String> SAID =
      List.of(
          "Class",
          "Deprecated",
          "FunctionalInterface",
          "Generated",
          "Interfaces",
          "Object",
          "Override",
          "String",
          "SuppressWarnings",
          "UUID",
          "XpInterface",
          "nsISupports");

  private final InterfaceLocator locator;
  private final VisibleInterfaces visible;

  JavaTypes(InterfaceLocator locator, VisibleInterfaces visible) {
    this.locator = locator;
    this.visible = visible;
  }

  /** Those names of classes that an interface of the package has as well. */
  List<String> ambiguousNames(String folder) {
    List<String> ambiguous = new ArrayList<>();
    for (String name : SAID) {
      Optional<InterfaceDefinition> definition = visible.find(name);
      if (definition.isPresent()) {
        ClassName found = interfaceName(definition.get());
        if (found.packageName().equals(JavaNames.packageOf(folder)) && !found.equals(SUPPORTS)) {
          ambiguous.add(name);
        }
      }
    }
    return ambiguous;
  }

  /** The Java interface of an IDL interface; empty if its body is nowhere. */
  Optional<ClassName> find(String interfaceName) {
    Optional<String> folder = folderOf(interfaceName);
    return folder.isEmpty()
        ? Optional.empty()
        : Optional.of(
            ClassName.get(JavaNames.packageOf(folder.get()), JavaNames.type(interfaceName)));
  }

  /** Whether javac warns where a type is mentioned. */
  boolean isDeprecated(IdlType type) {
    if (type.underlying() instanceof ArrayType array) {
      return isDeprecated(array.element());
    }
    if (!(type.underlying() instanceof InterfaceType reference)) {
      return false;
    }
    Optional<InterfaceDefinition> definition = visible.find(reference.name());
    return definition.isPresent()
        ? definition.get().has(InterfaceDefinition.Flag.DEPRECATED)
        : locator.isDeprecated(reference.name());
  }

  /** What a file itself declares or includes needs no search. */
  private Optional<String> folderOf(String interfaceName) {
    Optional<InterfaceDefinition> definition = visible.find(interfaceName);
    return definition.isPresent()
        ? Optional.of(definition.get().span().source().folder())
        : locator.folderOf(interfaceName);
  }

  ClassName interfaceName(InterfaceDefinition definition) {
    SourceText source = definition.span().source();
    return ClassName.get(JavaNames.packageOf(source.folder()), JavaNames.type(definition.name()));
  }

  /** The type of a value of an IDL type. */
  Optional<TypeName> value(IdlType type) {
    IdlType underlying = type.underlying();
    if (underlying instanceof BuiltinType builtin) {
      return Optional.of(builtin(builtin));
    }
    if (underlying instanceof NativeType nativeType) {
      return nativeType(nativeType.meaning());
    }
    if (underlying instanceof CenumType cenum) {
      return Optional.of(builtin(cenum.integer()));
    }
    if (underlying instanceof ArrayType array) {
      return arrayOf(value(array.element()));
    }
    return underlying instanceof InterfaceType named
        ? Optional.of(reference(named))
        : Optional.empty();
  }

  /** The type of what a parameter stands for: with its array, without its direction. */
  Optional<TypeName> content(Parameter parameter) {
    Optional<TypeName> element = value(parameter.type());
    if (element.isEmpty() && parameter.iidIs().isPresent()) {
      element = Optional.of(SUPPORTS);
    }
    if (parameter.has(Flag.OCTETS)) {
      element = Optional.of(ArrayTypeName.of(TypeName.BYTE));
    }
    return parameter.has(Flag.ARRAY) ? arrayOf(element) : element;
  }

  /** The type of a parameter: what comes back is in an array of one element. */
  Optional<TypeName> parameter(Parameter parameter) {
    Optional<TypeName> content = content(parameter);
    return parameter.direction() == Direction.IN ? content : arrayOf(content);
  }

  private static Optional<TypeName> arrayOf(Optional<TypeName> element) {
    return element.isEmpty() ? element : Optional.of(ArrayTypeName.of(element.get()));
  }

  private static TypeName builtin(BuiltinType type) {
    return switch (type) {
      case VOID -> TypeName.VOID;
      case BOOLEAN -> TypeName.BOOLEAN;
      case OCTET -> TypeName.BYTE;
      case SHORT -> TypeName.SHORT;
      case LONG, UNSIGNED_SHORT -> TypeName.INT;
      case LONG_LONG, UNSIGNED_LONG, UNSIGNED_LONG_LONG -> TypeName.LONG;
      case FLOAT -> TypeName.FLOAT;
      case DOUBLE -> TypeName.DOUBLE;
      case CHAR, WCHAR -> TypeName.CHAR;
      case STRING, WSTRING -> STRING;
    };
  }

  private static Optional<TypeName> nativeType(Meaning meaning) {
    return switch (meaning) {
      case OPAQUE, PROMISE -> Optional.empty();
      case NSID -> Optional.of(ID);
      case DOMSTRING, UTF8STRING, CSTRING, ASTRING -> Optional.of(STRING);
      case JSVAL -> Optional.of(ClassName.get(Object.class));
    };
  }

  private ClassName reference(InterfaceType type) {
    Optional<String> folder =
        type.definedIn().isPresent()
            ? Optional.of(type.definedIn().get().folder())
            : folderOf(type.name());
    return folder.isEmpty()
        ? SUPPORTS
        : ClassName.get(JavaNames.packageOf(folder.get()), JavaNames.type(type.name()));
  }
}
