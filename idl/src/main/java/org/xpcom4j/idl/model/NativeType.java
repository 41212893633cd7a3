package org.xpcom4j.idl.model;

import java.util.List;
import org.xpcom4j.idl.source.DocComment;
import org.xpcom4j.idl.source.Span;

/**
 * A name for a C++ type.
 *
 * @param name the name in IDL
 * @param text the C++ type
 * @param indirection how values of it are passed
 * @param meaning what the bridge and other languages take it for
 * @param docs the doc comments above it
 * @param span where it stands
 */
public record NativeType(
    String name,
    String text,
    Indirection indirection,
    Meaning meaning,
    List<DocComment> docs,
    Span span)
    implements Production, IdlType {
  /**
   * Copies the list.
   *
   * @param name the name in IDL
   * @param text the C++ type
   * @param indirection how values of it are passed
   * @param meaning what the bridge and other languages take it for
   * @param docs the doc comments above it
   * @param span where it stands
   */
  public NativeType {
    docs = List.copyOf(docs);
  }

  @Override
  public String idlName() {
    return name;
  }

  @Override
  public IdlType underlying() {
    return this;
  }

  /** How values of a native type are passed. */
  public enum Indirection {
    /** As they are. */
    VALUE,
    /** By reference. */
    REF,
    /** By pointer. */
    PTR
  }

  /** What a native type stands for. */
  public enum Meaning {
    /** Nothing that other languages know. */
    OPAQUE,
    /** A class or interface ID. */
    NSID,
    /** A DOM string. */
    DOMSTRING,
    /** A string in UTF-8. */
    UTF8STRING,
    /** A string of bytes. */
    CSTRING,
    /** A string in UTF-16. */
    ASTRING,
    /** Any value of a script. */
    JSVAL,
    /** A result that comes later. */
    PROMISE;

    /** {@return whether values are strings} */
    public boolean isString() {
      return switch (this) {
        case DOMSTRING, UTF8STRING, CSTRING, ASTRING -> true;
        case OPAQUE, NSID, JSVAL, PROMISE -> false;
      };
    }
  }
}
