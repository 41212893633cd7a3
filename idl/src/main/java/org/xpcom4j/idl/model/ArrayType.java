package org.xpcom4j.idl.model;

/**
 * An array that knows its length: {@code Array<T>}. (The older way, {@code [array, size_is(n)]}, is
 * said of a parameter and not of a type.)
 *
 * @param element the type of its elements
 */
public record ArrayType(IdlType element) implements IdlType {
  @Override
  public String idlName() {
    return "Array<" + element.idlName() + ">";
  }

  @Override
  public IdlType underlying() {
    return this;
  }
}
