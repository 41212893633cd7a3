package org.xpcom4j.registry.component;

import java.util.Objects;

/**
 * What a table says about a parameter of a component's constructor.
 *
 * @param moment when it is asked for
 * @param typeName the qualified name of the wanted type
 * @param contractId the wanted contract ID, empty if the type alone says what is wanted
 */
public record Requirement(Moment moment, String typeName, String contractId) {

  /** When a component asks for what it needs. */
  public enum Moment {
    /** Before its constructor is called. */
    FIRST,
    /** When it wants to, through a {@code Provider}. */
    LATER,
    /** Before its constructor is called, if somebody implements the contract. */
    IF_PRESENT
  }

  /**
   * Refuses null.
   *
   * @param moment when it is asked for
   * @param typeName the qualified name of the wanted type
   * @param contractId the wanted contract ID or nothing
   */
  public Requirement {
    Objects.requireNonNull(moment, "moment");
    Objects.requireNonNull(typeName, "typeName");
    Objects.requireNonNull(contractId, "contractId");
  }
}
