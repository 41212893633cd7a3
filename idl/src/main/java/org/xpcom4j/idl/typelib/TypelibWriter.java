package org.xpcom4j.idl.typelib;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.xpcom4j.idl.typelib.TypelibType.Array;
import org.xpcom4j.idl.typelib.TypelibType.InterfaceIs;
import org.xpcom4j.idl.typelib.TypelibType.InterfacePointer;
import org.xpcom4j.idl.typelib.TypelibType.SizedString;

/**
 * Writes a typelib: the pool with names and descriptors interface by interface, then, as the
 * offsets are known, header and directory before it.
 */
final class TypelibWriter {
  private final Typelib typelib;
  private final Map<String, Integer> directoryIndex = new HashMap<>();
  private final ByteSink directory = new ByteSink();
  private final ByteSink pool = new ByteSink();

  private TypelibWriter(Typelib typelib) {
    this.typelib = typelib;
    for (TypelibInterface each : typelib.interfaces()) {
      if (directoryIndex.put(each.name(), directoryIndex.size() + 1) != null) {
        throw new IllegalArgumentException("two entries of the name " + each.name());
      }
    }
  }

  /**
   * Writes a typelib.
   *
   * @param typelib has each name once, and every name that is mentioned
   */
  static byte[] write(Typelib typelib) {
    return new TypelibWriter(typelib).write();
  }

  private byte[] write() {
    for (TypelibInterface each : typelib.interfaces()) {
      addInterface(each);
    }
    int poolOffset = Layout.DIRECTORY_OFFSET + directory.size();
    var file = new ByteSink();
    file.text(Layout.MAGIC);
    file.u8(Layout.MAJOR_VERSION);
    file.u8(Layout.MINOR_VERSION);
    file.u16(typelib.interfaces().size());
    file.u32(poolOffset + pool.size());
    file.u32(Layout.DIRECTORY_OFFSET);
    file.u32(poolOffset);
    file.u8(Layout.NO_ANNOTATION);
    pad(file, Layout.DIRECTORY_OFFSET - 1);
    file.bytes(directory.toBytes());
    pad(file, poolOffset);
    file.bytes(pool.toBytes());
    return file.toBytes();
  }

  private static void pad(ByteSink sink, int size) {
    while (sink.size() < size) {
      sink.u8(0);
    }
  }

  private void addInterface(TypelibInterface each) {
    directory.u64(each.iid().getMostSignificantBits());
    directory.u64(each.iid().getLeastSignificantBits());
    directory.u32(addName(each.name()));
    directory.u32(each.namespace().isEmpty() ? 0 : addName(each.namespace()));
    directory.u32(each.body().isEmpty() ? 0 : addBody(each.body().get()));
  }

  /** Adds a name, also one that is there already, and tells where. */
  private int addName(String name) {
    int offset = nextOffset();
    pool.text(name);
    pool.u8(0);
    return offset;
  }

  private int nextOffset() {
    return pool.size() + 1;
  }

  private int addBody(InterfaceBody body) {
    List<Integer> methodNames = new ArrayList<>();
    for (TypelibMethod method : body.methods()) {
      methodNames.add(addName(method.name()));
    }
    List<Integer> constantNames = new ArrayList<>();
    for (TypelibConstant constant : body.constants()) {
      constantNames.add(addName(constant.name()));
    }
    int offset = nextOffset();
    pool.u16(body.parent().isEmpty() ? 0 : indexOf(body.parent().get()));
    pool.u16(body.methods().size());
    for (int i = 0; i < body.methods().size(); i++) {
      addMethod(methodNames.get(i), body.methods().get(i));
    }
    pool.u16(body.constants().size());
    for (int i = 0; i < body.constants().size(); i++) {
      addConstant(constantNames.get(i), body.constants().get(i));
    }
    pool.u8(FlagBits.encode(body.flags()));
    return offset;
  }

  private int indexOf(String name) {
    Integer index = directoryIndex.get(name);
    if (index == null) {
      throw new IllegalArgumentException("no entry of the name " + name);
    }
    return index;
  }

  private void addMethod(int name, TypelibMethod method) {
    pool.u8(FlagBits.encode(method.flags()));
    pool.u32(name);
    pool.u8(method.parameters().size());
    for (TypelibParameter parameter : method.parameters()) {
      pool.u8(FlagBits.encode(parameter.flags()));
      addType(parameter.type());
    }
    pool.u8(TypelibParameter.Flag.IN.bit());
    addType(method.result());
  }

  private void addType(TypelibType type) {
    int tag = type.tag().number();
    if (type instanceof TypelibType.Simple simple) {
      int pointer = simple.isPointer() ? Layout.POINTER_BIT : 0;
      int reference = simple.isReference() ? Layout.REFERENCE_BIT : 0;
      pool.u8(pointer | reference | tag);
      return;
    }
    pool.u8(Layout.POINTER_BIT | tag);
    if (type instanceof InterfacePointer pointer) {
      pool.u16(indexOf(pointer.name()));
    } else if (type instanceof InterfaceIs interfaceIs) {
      pool.u8(interfaceIs.parameter());
    } else if (type instanceof Array array) {
      pool.u8(array.sizeIs());
      pool.u8(array.lengthIs());
      addType(array.element());
    } else if (type instanceof SizedString string) {
      pool.u8(string.sizeIs());
      pool.u8(string.lengthIs());
    }
  }

  private void addConstant(int name, TypelibConstant constant) {
    pool.u32(name);
    pool.u8(constant.tag().number());
    if (constant.size() == Short.BYTES) {
      pool.u16((int) constant.value());
    } else {
      pool.u32((int) constant.value());
    }
  }
}
