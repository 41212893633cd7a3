package org.xpcom4j.idl.typelib;

import java.util.Set;

/**
 * A parameter of a method. Typelibs do not keep its name.
 *
 * @param flags which way the value goes, and more
 * @param type its type
 */
public record TypelibParameter(Set<Flag> flags, TypelibType type) {
  /**
   * Copies the flags.
   *
   * @param flags which way the value goes, and more
   * @param type its type
   */
  public TypelibParameter {
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

  /** {@return whether it is what the method returns in languages with return values} */
  public boolean isResult() {
    return has(Flag.RETVAL);
  }

  /** What is said of a parameter. */
  public enum Flag implements FlagBits.FlagBit {
    /** To the method. */
    IN(0x80),
    /** From the method. */
    OUT(0x40),
    /** It is the result. */
    RETVAL(0x20),
    /** The caller does not own it. */
    SHARED(0x10),
    /** The caller hands in a string object, and the method fills it. */
    DIPPER(0x08),
    /** It may be left out. */
    OPTIONAL(0x04);

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
