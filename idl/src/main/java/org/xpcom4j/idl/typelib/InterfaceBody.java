package org.xpcom4j.idl.typelib;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a typelib knows of an interface that it describes.
 *
 * @param parent the name of the interface it is derived from, which the typelib has in its directory
 * @param methods the entries of its own part of the vtable, in order; 65535 at most
 * @param constants its constants, in order; 65535 at most
 * @param flags what its attributes say
 */
public record InterfaceBody(
    Optional<String> parent,
    List<TypelibMethod> methods,
    List<TypelibConstant> constants,
    Set<Flag> flags) {
  static final int MOST_MEMBERS = 0xFFFF;

  /**
   * Copies the collections.
   *
   * @param parent the name of the interface it is derived from
   * @param methods the entries of its own part of the vtable, in order
   * @param constants its constants, in order
   * @param flags what its attributes say
   */
  public InterfaceBody {
    methods = List.copyOf(methods);
    constants = List.copyOf(constants);
    flags = Set.copyOf(flags);
    if (methods.size() > MOST_MEMBERS || constants.size() > MOST_MEMBERS) {
      throw new IllegalArgumentException(
          methods.size() + " methods and " + constants.size() + " constants");
    }
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

  /** {@return the names of all interfaces that it is derived from or speaks of, each once} */
  public Set<String> mentions() {
    Set<String> names = new LinkedHashSet<>();
    if (parent.isPresent()) {
      names.add(parent.get());
    }
    for (TypelibMethod method : methods) {
      for (TypelibParameter parameter : method.parameters()) {
        addMention(parameter.type(), names);
      }
      addMention(method.result(), names);
    }
    return names;
  }

  private static void addMention(TypelibType type, Set<String> names) {
    TypelibType innermost = type;
    while (innermost instanceof TypelibType.Array array) {
      innermost = array.element();
    }
    if (innermost instanceof TypelibType.InterfacePointer pointer) {
      names.add(pointer.name());
    }
  }

  /** What is said of an interface. */
  public enum Flag implements FlagBits.FlagBit {
    /** Other languages may use it. */
    SCRIPTABLE(0x80),
    /** A function of a script may implement it. */
    FUNCTION(0x40),
    /** Only native code implements it. */
    BUILTINCLASS(0x20),
    /** It is not scriptable in child processes. */
    MAIN_PROCESS_SCRIPTABLE_ONLY(0x10);

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
