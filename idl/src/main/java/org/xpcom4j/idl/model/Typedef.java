package org.xpcom4j.idl.model;

import java.util.List;
import org.xpcom4j.idl.source.DocComment;
import org.xpcom4j.idl.source.Span;

/**
 * A new name for a type.
 *
 * @param name the name
 * @param target the type, possibly a typedef itself
 * @param docs the doc comments above it
 * @param span where it stands
 */
public record Typedef(String name, IdlType target, List<DocComment> docs, Span span)
    implements Production, IdlType {
  /**
   * Copies the list.
   *
   * @param name the name
   * @param target the type, possibly a typedef itself
   * @param docs the doc comments above it
   * @param span where it stands
   */
  public Typedef {
    docs = List.copyOf(docs);
  }

  @Override
  public String idlName() {
    return name;
  }

  @Override
  public IdlType underlying() {
    return target.underlying();
  }
}
