package org.xpcom4j.idl.model;

import java.util.Optional;
import java.util.Set;
import org.xpcom4j.idl.source.Span;

/**
 * A parameter of a method.
 *
 * @param name its name
 * @param direction which way the value goes
 * @param type its type; for an array, the type of the elements
 * @param flags what its attributes say
 * @param sizeIs the name of the parameter that has the length
 * @param iidIs the name of the parameter that has the interface ID
 * @param defaultValue what an optional parameter is where it is left out, as it is written
 * @param span where it stands
 */
public record Parameter(
    String name,
    Direction direction,
    IdlType type,
    Set<Flag> flags,
    Optional<String> sizeIs,
    Optional<String> iidIs,
    Optional<String> defaultValue,
    Span span) {
  /**
   * Copies the set.
   *
   * @param name its name
   * @param direction which way the value goes
   * @param type its type
   * @param flags what its attributes say
   * @param sizeIs the name of the parameter that has the length
   * @param iidIs the name of the parameter that has the interface ID
   * @param defaultValue what an optional parameter is where it is left out, as it is written
   * @param span where it stands
   */
  public Parameter {
    flags = Set.copyOf(flags);
  }

  /**
   * Asks for a flag.
   *
   * @param flag the flag
   * @return whether the parameter has it
   */
  public boolean has(Flag flag) {
    return flags.contains(flag);
  }

  /** Which way a value goes. */
  public enum Direction {
    /** To the method. */
    IN,
    /** From the method. */
    OUT,
    /** Both ways. */
    INOUT
  }

  /** What the attributes of a parameter say. */
  public enum Flag {
    /** It is an array. */
    ARRAY,
    /** It is the result of the method. */
    RETVAL,
    /** The method does not change it. */
    CONST,
    /** The caller does not own it. */
    SHARED,
    /** It may be left out. */
    OPTIONAL,
    /** It is bytes and not text. */
    OCTETS
  }
}
