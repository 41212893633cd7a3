package org.xpcom4j.idl.semantic;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.xpcom4j.idl.model.CenumType;
import org.xpcom4j.idl.model.InterfaceDefinition;
import org.xpcom4j.idl.model.Member;

/** What interfaces hand on to those that are derived from them; computed once for each. */
final class Bases {
  private final IdentityHashMap<InterfaceDefinition, Size> sizes = new IdentityHashMap<>();
  private final IdentityHashMap<InterfaceDefinition, Map<String, BigInteger>> constants =
      new IdentityHashMap<>();

  /**
   * How large an interface is with all its bases.
   *
   * @param entries entries of the vtable
   * @param depth number of interfaces
   */
  record Size(int entries, int depth) {}

  Size size(InterfaceDefinition definition) {
    Size known = sizes.get(definition);
    if (known != null) {
      return known;
    }
    int entries = 0;
    for (Member member : definition.members()) {
      if (member instanceof Member.Method) {
        entries++;
      } else if (member instanceof Member.Attribute attribute) {
        entries += attribute.isReadonly() ? 1 : 2;
      }
    }
    // no deep recursion: the base was asked for when it was defined
    Optional<InterfaceDefinition> base = definition.base();
    Size inherited = base.isEmpty() ? new Size(0, 0) : size(base.get());
    Size size = new Size(inherited.entries() + entries, inherited.depth() + 1);
    sizes.put(definition, size);
    return size;
  }

  /** The value of a constant of an interface or of one of its bases. */
  Optional<BigInteger> constant(Optional<InterfaceDefinition> definition, String name) {
    Optional<InterfaceDefinition> each = definition;
    while (each.isPresent()) {
      BigInteger value = constants(each.get()).get(name);
      if (value != null) {
        return Optional.of(value);
      }
      each = each.get().base();
    }
    return Optional.empty();
  }

  /** The names of the constants of an interface and its bases. */
  Set<String> constantNames(Optional<InterfaceDefinition> definition) {
    Set<String> names = new TreeSet<>();
    Optional<InterfaceDefinition> each = definition;
    while (each.isPresent()) {
      names.addAll(constants(each.get()).keySet());
      each = each.get().base();
    }
    return names;
  }

  private Map<String, BigInteger> constants(InterfaceDefinition definition) {
    Map<String, BigInteger> known = constants.get(definition);
    if (known == null) {
      known = ownConstants(definition);
      constants.put(definition, known);
    }
    return known;
  }

  private static Map<String, BigInteger> ownConstants(InterfaceDefinition definition) {
    Map<String, BigInteger> own = new HashMap<>();
    for (Member member : definition.members()) {
      if (member instanceof Member.Constant constant) {
        own.put(constant.name(), constant.value());
      } else if (member instanceof CenumType cenum) {
        for (CenumType.Entry entry : cenum.entries()) {
          own.put(entry.name(), entry.value());
        }
      }
    }
    return own;
  }
}
