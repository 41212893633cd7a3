package org.xpcom4j.idl.typelib;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Reads typelibs, also those that mean harm: whatever the bytes are, there is a model or an
 * exception that tells the place, in time and memory that are in proportion to the size of the
 * file. No two descriptors are read from the same bytes.
 */
public final class TypelibReader {
  private final byte[] bytes;

  private TypelibReader(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * Reads a typelib, linked or as the compiler made it.
   *
   * <p>What the model says is consistent: interfaces that are mentioned are in the directory,
   * parameter numbers are of parameters, nothing is derived from itself.
   *
   * @param bytes the content of an .xpt file
   * @return what it says
   * @throws TypelibFormatException if it is no typelib of version 1.2 or lower, or damaged
   */
  public static Typelib read(byte[] bytes) throws TypelibFormatException {
    return new TypelibReader(bytes).read();
  }

  private Typelib read() throws TypelibFormatException {
    checkMagic();
    var header = new Cursor(bytes, Layout.MAGIC.length());
    checkVersion(header);
    int count = header.u16("number of interfaces");
    checkLength(header);
    Cursor directory = directory(header, count);
    var offsets = new PoolOffsets(poolStart(header), bytes.length);
    List<Entry> entries = entries(directory, count, new NamePool(bytes, offsets), offsets);
    checkParents(entries);
    return new Typelib(entries.stream().map(Entry::toInterface).toList());
  }

  private void checkMagic() throws TypelibFormatException {
    for (int i = 0; i < Layout.MAGIC.length(); i++) {
      if (i == bytes.length || bytes[i] != Layout.MAGIC.charAt(i)) {
        throw new TypelibFormatException(i, "no typelib, which begins with \"XPCOM\\nTypeLib\"");
      }
    }
  }

  private static void checkVersion(Cursor header) throws TypelibFormatException {
    int at = header.position();
    int major = header.u8("version");
    int minor = header.u8("version");
    if (major != Layout.MAJOR_VERSION || minor > Layout.MINOR_VERSION) {
      throw new TypelibFormatException(
          at, "version " + major + "." + minor + ", and 1.2 is the last that is known");
    }
  }

  private void checkLength(Cursor header) throws TypelibFormatException {
    int at = header.position();
    long length = header.u32("length of the file");
    if (length != bytes.length) {
      throw new TypelibFormatException(
          at, "the file should have " + length + " bytes and has " + bytes.length);
    }
  }

  private Cursor directory(Cursor header, int count) throws TypelibFormatException {
    int at = header.position();
    long start = header.u32("offset of the directory") - 1;
    if (start < 0 || start + (long) count * Layout.DIRECTORY_ENTRY_SIZE > bytes.length) {
      throw new TypelibFormatException(
          at, "a directory of " + count + " interfaces at byte " + start + " is not in the file");
    }
    return new Cursor(bytes, (int) start);
  }

  private long poolStart(Cursor header) throws TypelibFormatException {
    int at = header.position();
    long start = header.u32("offset of the pool");
    if (start > bytes.length) {
      throw new TypelibFormatException(at, "the pool at byte " + start + " is not in the file");
    }
    return start;
  }

  private List<Entry> entries(Cursor directory, int count, NamePool names, PoolOffsets offsets)
      throws TypelibFormatException {
    List<Head> heads = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      heads.add(Head.read(directory, names));
    }
    List<String> interfaceNames = heads.stream().map(Head::name).toList();
    Set<String> described = new HashSet<>();
    List<Entry> entries = new ArrayList<>();
    int left = bytes.length;
    for (Head head : heads) {
      if (head.descriptor() == 0) {
        entries.add(new Entry(head, Optional.empty()));
        continue;
      }
      if (!described.add(head.name())) {
        throw new TypelibFormatException(head.at(), head.name() + " is described twice");
      }
      int start = offsets.position(head.at(), head.descriptor(), "descriptor of " + head.name());
      var cursor = new Cursor(bytes, start);
      InterfaceBody body = new DescriptorReader(cursor, interfaceNames, names).read();
      left -= cursor.position() - start;
      if (left < 0) {
        throw new TypelibFormatException(
            start, "the descriptor of " + head.name() + " overlaps with others");
      }
      entries.add(new Entry(head, Optional.of(body)));
    }
    return entries;
  }

  private static void checkParents(List<Entry> entries) throws TypelibFormatException {
    Map<String, Entry> described = new LinkedHashMap<>();
    for (Entry entry : entries) {
      if (entry.body().isPresent()) {
        described.put(entry.head().name(), entry);
      }
    }
    Set<String> sound = new HashSet<>();
    for (Entry entry : described.values()) {
      checkParents(entry, described, sound);
    }
  }

  /** Follows the parents to one that is known to be sound, or that is derived from nothing. */
  private static void checkParents(Entry from, Map<String, Entry> described, Set<String> sound)
      throws TypelibFormatException {
    Set<String> path = new HashSet<>();
    Optional<Entry> each = Optional.of(from);
    while (each.isPresent() && !sound.contains(each.get().head().name())) {
      if (!path.add(each.get().head().name())) {
        throw new TypelibFormatException(
            from.head().at(), from.head().name() + " is derived from a circle of interfaces");
      }
      each = each.get().body().flatMap(InterfaceBody::parent).map(described::get);
    }
    sound.addAll(path);
  }

  /** An entry of the directory as it stands there. */
  private record Head(int at, UUID iid, String name, String namespace, long descriptor) {
    static Head read(Cursor directory, NamePool names) throws TypelibFormatException {
      int at = directory.position();
      UUID iid = new UUID(directory.u64("interface ID"), directory.u64("interface ID"));
      String name = names.identifier(directory, "interface");
      String namespace = names.namespace(directory);
      return new Head(at, iid, name, namespace, directory.u32("offset of the descriptor"));
    }
  }

  /** An entry and what it points at. */
  private record Entry(Head head, Optional<InterfaceBody> body) {
    TypelibInterface toInterface() {
      return new TypelibInterface(head.iid(), head.name(), head.namespace(), body);
    }
  }
}
