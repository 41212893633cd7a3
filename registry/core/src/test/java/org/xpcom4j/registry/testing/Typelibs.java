package org.xpcom4j.registry.testing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Writes the smallest typelib: one interface, derived from another, without members. */
public final class Typelibs {

  private static final byte[] MAGIC =
      "XPCOM\nTypeLib\r\n\u001a".getBytes(StandardCharsets.ISO_8859_1);

  private static final int HEADER = 32;
  private static final int DIRECTORY_ENTRY = 28;
  private static final int SCRIPTABLE = 0x80;

  private Typelibs() {}

  /**
   * Writes the file.
   *
   * @param iid the interface's ID
   * @param name its name
   * @param base the name of what it is derived from, described elsewhere
   * @return the bytes of an XPT file
   */
  public static byte[] of(UUID iid, String name, String base) {
    byte[] names = (name + "\0" + base + "\0").getBytes(StandardCharsets.US_ASCII);
    int pool = HEADER + 2 * DIRECTORY_ENTRY;
    int nameAt = 1; // offsets in the pool are counted from 1
    int baseAt = nameAt + name.length() + 1;
    int descriptorAt = nameAt + names.length;
    ByteBuffer file = ByteBuffer.allocate(pool + names.length + 7);
    file.put(MAGIC).put((byte) 1).put((byte) 2).putShort((short) 2);
    file.putInt(file.capacity()).putInt(HEADER + 1).putInt(pool);
    file.putLong(iid.getMostSignificantBits()).putLong(iid.getLeastSignificantBits());
    file.putInt(nameAt).putInt(0).putInt(descriptorAt);
    file.putLong(0).putLong(0).putInt(baseAt).putInt(0).putInt(0);
    file.put(names);
    file.putShort((short) 2).putShort((short) 0).putShort((short) 0).put((byte) SCRIPTABLE);
    return file.array();
  }
}
