package org.xpcom4j.idl.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.xpcom4j.idl.source.DocComment;
import org.xpcom4j.idl.source.Span;

/**
 * An interface with its body.
 *
 * @param name its name
 * @param iid its interface ID
 * @param base the interface it is derived from
 * @param flags what its attributes say
 * @param contractIds the contract IDs of its attributes, in order
 * @param members what is between the braces, in order, without what had errors
 * @param docs the doc comments above it
 * @param span where it stands
 */
public record InterfaceDefinition(
    String name,
    UUID iid,
    Optional<InterfaceDefinition> base,
    Set<Flag> flags,
    List<String> contractIds,
    List<Member> members,
    List<DocComment> docs,
    Span span)
    implements Production {
  /**
   * Copies the collections.
   *
   * @param name its name
   * @param iid its interface ID
   * @param base the interface it is derived from
   * @param flags what its attributes say
   * @param contractIds the contract IDs of its attributes, in order
   * @param members what is between the braces, in order, without what had errors
   * @param docs the doc comments above it
   * @param span where it stands
   */
  public InterfaceDefinition {
    flags = Set.copyOf(flags);
    contractIds = List.copyOf(contractIds);
    members = List.copyOf(members);
    docs = List.copyOf(docs);
  }

  /**
   * Asks for a flag.
   *
   * @param flag the flag
   * @return whether the interface has it
   */
  public boolean has(Flag flag) {
    return flags.contains(flag);
  }

  /** {@return the constants, in order} */
  public List<Member.Constant> constants() {
    return members.stream()
        .filter(Member.Constant.class::isInstance)
        .map(Member.Constant.class::cast)
        .toList();
  }

  /** What the attributes of an interface say. */
  public enum Flag {
    /** Other languages may use it. */
    SCRIPTABLE,
    /** A function of a script may implement it. */
    FUNCTION,
    /** Only native code implements it. */
    BUILTINCLASS,
    /** Other languages do not use it. */
    NOSCRIPT,
    /** It should not be used any more. */
    DEPRECATED,
    /** It is not scriptable in child processes. */
    MAIN_PROCESS_SCRIPTABLE_ONLY
  }
}
