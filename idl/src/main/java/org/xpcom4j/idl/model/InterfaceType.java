package org.xpcom4j.idl.model;

import java.util.Optional;
import org.xpcom4j.idl.source.SourceText;

/**
 * An interface as the type of a value. It is a name and not the definition, since interfaces may
 * speak of each other.
 *
 * @param name the name of the interface
 * @param definedIn the file with its body; empty if only a forward declaration was seen
 */
public record InterfaceType(String name, Optional<SourceText> definedIn) implements IdlType {
  @Override
  public String idlName() {
    return name;
  }

  @Override
  public IdlType underlying() {
    return this;
  }
}
