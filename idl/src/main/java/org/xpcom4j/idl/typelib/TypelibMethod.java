package org.xpcom4j.idl.typelib;

import java.util.List;
import java.util.Set;

/**
 * A method, or one half of an attribute.
 *
 * @param name its name; getter and setter of an attribute have the same
 * @param flags which kind of method it is
 * @param parameters what it takes and gives, the result last
 * @param result what it returns in C++: a result code, unless it is {@code notxpcom}
 */
public record TypelibMethod(
    String name, Set<Flag> flags, List<TypelibParameter> parameters, TypelibType result) {
  static final int MOST_PARAMETERS = 0xFF;

  /**
   * Copies the collections.
   *
   * @param name its name
   * @param flags which kind of method it is
   * @param parameters what it takes and gives, the result last; 255 at most
   * @param result what it returns in C++
   */
  public TypelibMethod {
    flags = Set.copyOf(flags);
    parameters = List.copyOf(parameters);
    if (parameters.size() > MOST_PARAMETERS) {
      throw new IllegalArgumentException(name + " has " + parameters.size() + " parameters");
    }
  }

  /**
   * Asks for a flag.
   *
   * @param flag the flag
   * @return whether the method has it
   */
  public boolean has(Flag flag) {
    return flags.contains(flag);
  }

  /** What is said of a method. */
  public enum Flag implements FlagBits.FlagBit {
    /** It reads an attribute. */
    GETTER(0x80),
    /** It writes an attribute. */
    SETTER(0x40),
    /** It returns its type itself and no result code. */
    NOTXPCOM(0x20),
    /** It makes objects. No IDL says so any more. */
    CONSTRUCTOR(0x10),
    /** Scripts do not see it: {@code noscript} in IDL. */
    HIDDEN(0x08),
    /** It is told how many optional arguments there are. */
    OPTIONAL_ARGC(0x04),
    /** It is passed the context of the script. */
    IMPLICIT_JSCONTEXT(0x02);

    private final int bit;

    Flag(int bit) {
      this.bit = bit;
    }

    @Override
    public int bit() {
      return bit;
    }
  }
}
