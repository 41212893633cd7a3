package org.xpcom4j.idl.typelib;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Sets of flags as they stand in a byte.
 *
 * @param <F> the flags
 */
final class FlagBits<F extends Enum<F> & FlagBits.FlagBit> {
  /** By the value of the byte: large files share a few sets. */
  private final List<Set<F>> sets = new ArrayList<>();

  FlagBits(Class<F> type) {
    for (int bits = 0; bits <= 0xFF; bits++) {
      Set<F> flags = EnumSet.noneOf(type);
      for (F flag : type.getEnumConstants()) {
        if ((bits & flag.bit()) != 0) {
          flags.add(flag);
        }
      }
      sets.add(Set.copyOf(flags));
    }
  }

  /** The flags of a byte. Bits that mean nothing are left out. */
  Set<F> decode(int bits) {
    return sets.get(bits);
  }

  static int encode(Set<? extends FlagBit> flags) {
    int bits = 0;
    for (FlagBit flag : flags) {
      bits |= flag.bit();
    }
    return bits;
  }

  /** A flag that has its bit in a byte. */
  interface FlagBit {
    int bit();
  }
}
