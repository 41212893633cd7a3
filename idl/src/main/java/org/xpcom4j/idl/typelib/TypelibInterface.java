package org.xpcom4j.idl.typelib;

import java.util.Optional;
import java.util.UUID;

/**
 * An entry of the directory.
 *
 * @param iid the interface ID; {@link #UNKNOWN_IID} where the typelib only mentions the interface
 * @param name its name
 * @param namespace its namespace; empty in all that compilers write
 * @param body what is known of it; empty where the typelib only mentions the interface
 */
public record TypelibInterface(
    UUID iid, String name, String namespace, Optional<InterfaceBody> body) {
  /** The ID of interfaces that are mentioned and not described. */
  public static final UUID UNKNOWN_IID = new UUID(0, 0);

  static TypelibInterface mentioned(String name) {
    return new TypelibInterface(UNKNOWN_IID, name, "", Optional.empty());
  }

  /** {@return whether the typelib describes it, and does not only mention it} */
  public boolean isResolved() {
    return body.isPresent();
  }
}
