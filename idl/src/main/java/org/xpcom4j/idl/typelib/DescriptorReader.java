package org.xpcom4j.idl.typelib;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads one descriptor of an interface, from its parent to its flags.
 *
 * <p>Bits that mean nothing are overlooked, as in every reader.
 */
final class DescriptorReader {
  private static final FlagBits<InterfaceBody.Flag> INTERFACE_FLAGS =
      new FlagBits<>(InterfaceBody.Flag.class);
  private static final FlagBits<TypelibMethod.Flag> METHOD_FLAGS =
      new FlagBits<>(TypelibMethod.Flag.class);
  private static final FlagBits<TypelibParameter.Flag> PARAMETER_FLAGS =
      new FlagBits<>(TypelibParameter.Flag.class);

  private final Cursor cursor;
  private final List<String> directory;
  private final NamePool names;

  DescriptorReader(Cursor cursor, List<String> directory, NamePool names) {
    this.cursor = cursor;
    this.directory = directory;
    this.names = names;
  }

  InterfaceBody read() throws TypelibFormatException {
    Optional<String> parent = parent();
    int methodCount = cursor.count(true, Layout.LEAST_METHOD_SIZE, "methods");
    List<TypelibMethod> methods = new ArrayList<>(methodCount);
    for (int i = 0; i < methodCount; i++) {
      methods.add(method());
    }
    int constantCount = cursor.count(true, Layout.LEAST_CONSTANT_SIZE, "constants");
    List<TypelibConstant> constants = new ArrayList<>(constantCount);
    for (int i = 0; i < constantCount; i++) {
      constants.add(constant());
    }
    int flags = cursor.u8("flags of the interface");
    return new InterfaceBody(parent, methods, constants, INTERFACE_FLAGS.decode(flags));
  }

  private Optional<String> parent() throws TypelibFormatException {
    int at = cursor.position();
    int index = cursor.u16("parent of the interface");
    return index == 0 ? Optional.empty() : Optional.of(interfaceName(at, index));
  }

  private String interfaceName(int at, int index) throws TypelibFormatException {
    if (index < 1 || index > directory.size()) {
      throw new TypelibFormatException(
          at, "interface " + index + " of a directory that has " + directory.size());
    }
    String name = directory.get(index - 1);
    names.count(at, name.length());
    return name;
  }

  private TypelibMethod method() throws TypelibFormatException {
    int flags = cursor.u8("flags of the method");
    String name = names.identifier(cursor, "method");
    int count = cursor.count(false, Layout.LEAST_PARAMETER_SIZE, "parameters");
    var types = new TypeReader(cursor, count, this::interfaceName);
    List<TypelibParameter> parameters = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      parameters.add(parameter(types));
    }
    cursor.u8("flags of the result");
    return new TypelibMethod(name, METHOD_FLAGS.decode(flags), parameters, types.read());
  }

  private TypelibParameter parameter(TypeReader types) throws TypelibFormatException {
    int flags = cursor.u8("flags of the parameter");
    return new TypelibParameter(PARAMETER_FLAGS.decode(flags), types.read());
  }

  private TypelibConstant constant() throws TypelibFormatException {
    String name = names.identifier(cursor, "constant");
    int at = cursor.position();
    TypelibType type = new TypeReader(cursor, 0, this::interfaceName).read();
    if (!type.equals(TypelibType.Simple.value(type.tag())) || !type.tag().canBeConstant()) {
      throw new TypelibFormatException(at, "constant " + name + " is of type " + type.tag());
    }
    return new TypelibConstant(name, type.tag(), value(type.tag()));
  }

  private long value(TypeTag tag) throws TypelibFormatException {
    String what = "value of the constant";
    if (tag == TypeTag.UINT32) {
      return cursor.u32(what);
    }
    if (tag == TypeTag.INT32) {
      return (int) cursor.u32(what);
    }
    return tag == TypeTag.INT16 ? (short) cursor.u16(what) : cursor.u16(what);
  }
}
