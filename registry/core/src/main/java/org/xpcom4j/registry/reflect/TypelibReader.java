package org.xpcom4j.registry.reflect;

import static org.xpcom4j.result.Nsresult.NS_ERROR_FILE_CORRUPTED;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xpcom4j.result.XpcomException;

/**
 * Reads the typelibs that travel beside the classes (XPT 1.2). The compiler has a reader of its own,
 * which explains damage byte by byte; a host should not carry a compiler, so this one reads the same
 * format and only refuses what it cannot read.
 */
final class TypelibReader {

  private static final byte[] MAGIC =
      "XPCOM\nTypeLib\r\n\u001a".getBytes(StandardCharsets.ISO_8859_1);

  private static final int GETTER = 0x80;
  private static final int SETTER = 0x40;
  private static final int NOTXPCOM = 0x20;
  private static final int HIDDEN = 0x08;

  private static final int IN = 0x80;
  private static final int OUT = 0x40;
  private static final int RETVAL = 0x20;
  private static final int DIPPER = 0x08;
  private static final int OPTIONAL = 0x04;

  private static final int POINTER = 0x80;
  private static final int TAG_BITS = 0x1F;
  private static final int DEEPEST_ARRAY = 8;

  private static final TypeTag[] TAGS = TypeTag.values();

  private final ByteBuffer bytes;
  private final int poolStart;
  private final String[] names;
  private final UUID[] iids;
  private final long[] descriptors;

  private TypelibReader(ByteBuffer bytes) {
    this.bytes = bytes;
    for (byte expected : MAGIC) {
      require(bytes.get() == expected, "it does not begin as a typelib");
    }
    require(u8() == 1, "its version is not 1");
    u8(); // versions 1.1 and 1.2 differ in nothing that is read here
    int count = u16();
    u32(); // the length of the file, which the bytes tell
    // The offset is counted from 1, the position from 0.
    int directory = offset(u32()) - 1;
    // Offsets in the pool are counted from 1.
    this.poolStart = offset(u32()) - 1;
    this.names = new String[count];
    this.iids = new UUID[count];
    this.descriptors = new long[count];
    bytes.position(directory);
    for (int i = 0; i < count; i++) {
      iids[i] = new UUID(bytes.getLong(), bytes.getLong());
      names[i] = string(u32());
      u32(); // a namespace, which no compiler writes
      descriptors[i] = u32();
    }
  }

  /** Reads all interfaces that a typelib describes, by their names. */
  static Map<String, Description> read(byte[] file, String where) {
    try {
      return new TypelibReader(ByteBuffer.wrap(file)).descriptions();
    } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException bad) {
      throw new XpcomException(
          NS_ERROR_FILE_CORRUPTED, "typelib " + where + " is damaged: " + bad, bad);
    }
  }

  private Map<String, Description> descriptions() {
    var all = new LinkedHashMap<String, Description>();
    for (int i = 0; i < names.length; i++) {
      if (descriptors[i] != 0) {
        bytes.position(pool(descriptors[i]));
        all.put(names[i], description(iids[i], names[i]));
      }
    }
    return all;
  }

  private Description description(UUID iid, String name) {
    int parent = u16();
    List<MethodInfo> methods = new ArrayList<>();
    int methodCount = u16();
    for (int i = 0; i < methodCount; i++) {
      methods.add(method(i));
    }
    List<ConstantInfo> constants = new ArrayList<>();
    int constantCount = u16();
    for (int i = 0; i < constantCount; i++) {
      constants.add(constant());
    }
    return new Description(iid, name, interfaceName(parent), methods, constants, u8());
  }

  private MethodInfo method(int index) {
    int flags = u8();
    String name = string(u32());
    int count = u8();
    List<ParameterInfo> parameters = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      parameters.add(parameter());
    }
    u8(); // flags of the result code
    type(0);
    var kind =
        (flags & GETTER) != 0
            ? MethodInfo.Kind.GETTER
            : (flags & SETTER) != 0 ? MethodInfo.Kind.SETTER : MethodInfo.Kind.METHOD;
    boolean isScriptable = (flags & (NOTXPCOM | HIDDEN)) == 0;
    return new MethodInfo(index, name, kind, isScriptable, parameters, null);
  }

  /** A string class that is filled is marked as going in, because the caller hands in the object. */
  private ParameterInfo parameter() {
    int flags = u8();
    boolean isResult = (flags & RETVAL) != 0;
    boolean isDipper = (flags & DIPPER) != 0;
    return new ParameterInfo(
        type(0),
        (flags & IN) != 0 && !isResult,
        ((flags & OUT) != 0 || isDipper) && !isResult,
        isResult,
        (flags & OPTIONAL) != 0);
  }

  private TypeInfo type(int depth) {
    require(depth < DEEPEST_ARRAY, "arrays are nested too deep");
    int prefix = u8();
    TypeTag tag = TAGS[prefix & TAG_BITS];
    boolean isPointer = (prefix & POINTER) != 0;
    return switch (tag) {
      case INTERFACE -> new TypeInfo(tag, isPointer, interfaceName(u16()), -1, null);
      case INTERFACE_IS -> new TypeInfo(tag, isPointer, null, u8(), null);
      case ARRAY -> {
        int length = sizedBy();
        yield new TypeInfo(tag, isPointer, null, length, type(depth + 1));
      }
      case SIZED_STRING, SIZED_WSTRING -> new TypeInfo(tag, isPointer, null, sizedBy(), null);
      default -> new TypeInfo(tag, isPointer, null, -1, null);
    };
  }

  /** Allocated and used length; compilers write the same parameter twice. */
  private int sizedBy() {
    u8();
    return u8();
  }

  private ConstantInfo constant() {
    String name = string(u32());
    TypeTag tag = type(0).tag();
    long value =
        switch (tag) {
          case INT16 -> bytes.getShort();
          case UINT16 -> u16();
          case INT32 -> bytes.getInt();
          case UINT32 -> u32();
          default -> throw new IllegalArgumentException("constant " + name + " of type " + tag);
        };
    return new ConstantInfo(name, tag, value);
  }

  private @Nullable String interfaceName(int number) {
    return number == 0 ? null : names[number - 1];
  }

  private String string(long offset) {
    int start = pool(offset);
    int end = start;
    while (bytes.get(end) != 0) {
      end++;
    }
    var text = new byte[end - start];
    bytes.get(start, text);
    return new String(text, StandardCharsets.UTF_8);
  }

  private int pool(long offset) {
    return offset(poolStart + offset);
  }

  private int offset(long value) {
    require(value >= 0 && value <= bytes.limit(), "offset " + value + " is behind the end");
    return (int) value;
  }

  private int u8() {
    return Byte.toUnsignedInt(bytes.get());
  }

  private int u16() {
    return Short.toUnsignedInt(bytes.getShort());
  }

  private long u32() {
    return Integer.toUnsignedLong(bytes.getInt());
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
