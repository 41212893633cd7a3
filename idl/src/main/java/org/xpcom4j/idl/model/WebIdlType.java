package org.xpcom4j.idl.model;

import org.xpcom4j.idl.source.Span;

/**
 * A type of the DOM, which WebIDL defines and XPIDL only names. Only C++ and scripts know it.
 *
 * @param name its name
 * @param span where it stands
 */
public record WebIdlType(String name, Span span) implements Production, IdlType {
  @Override
  public String idlName() {
    return name;
  }

  @Override
  public IdlType underlying() {
    return this;
  }
}
