package org.xpcom4j.idl.model;

import java.math.BigInteger;
import java.util.List;
import org.xpcom4j.idl.source.DocComment;
import org.xpcom4j.idl.source.Span;

/**
 * An enumeration of numbers: a member of an interface, and the type that it makes. Its entries are
 * constants of the interface.
 *
 * @param name its name within the interface
 * @param owner the name of the interface
 * @param width how many bits its values have: 8, 16 or 32, unsigned
 * @param entries its values, in order
 * @param docs the doc comments above it
 * @param span where it stands
 */
public record CenumType(
    String name, String owner, int width, List<Entry> entries, List<DocComment> docs, Span span)
    implements Member, IdlType {
  /**
   * Copies the lists.
   *
   * @param name its name within the interface
   * @param owner the name of the interface
   * @param width how many bits its values have: 8, 16 or 32, unsigned
   * @param entries its values, in order
   * @param docs the doc comments above it
   * @param span where it stands
   */
  public CenumType {
    entries = List.copyOf(entries);
    docs = List.copyOf(docs);
  }

  /** {@return the name of the type, which has that of the interface in front: exIFoo_kind} */
  @Override
  public String idlName() {
    return owner + "_" + name;
  }

  @Override
  public IdlType underlying() {
    return this;
  }

  /** {@return the built-in type that has the same values} */
  public BuiltinType integer() {
    return switch (width) {
      case 8 -> BuiltinType.OCTET;
      case 16 -> BuiltinType.UNSIGNED_SHORT;
      default -> BuiltinType.UNSIGNED_LONG;
    };
  }

  /**
   * One value of the enumeration.
   *
   * @param name its name, a name of the interface
   * @param value its value, given or one more than the value before it
   * @param docs the doc comments above it
   * @param span where it stands
   */
  public record Entry(String name, BigInteger value, List<DocComment> docs, Span span) {
    /**
     * Copies the list.
     *
     * @param name its name, a name of the interface
     * @param value its value, given or one more than the value before it
     * @param docs the doc comments above it
     * @param span where it stands
     */
    public Entry {
      docs = List.copyOf(docs);
    }
  }
}
