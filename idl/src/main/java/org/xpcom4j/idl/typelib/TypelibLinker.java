package org.xpcom4j.idl.typelib;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes one directory of several: each name once, in the order that files ship with. */
final class TypelibLinker {
  private TypelibLinker() {}

  /**
   * Joins the entries of several directories. A description wins over a mention.
   *
   * @throws IllegalArgumentException if interfaces of one name are described differently
   */
  static List<TypelibInterface> link(List<TypelibInterface> entries) {
    Map<String, TypelibInterface> byName = new HashMap<>();
    for (TypelibInterface each : entries) {
      TypelibInterface known = byName.get(each.name());
      byName.put(each.name(), known == null ? each : better(known, each));
    }
    List<TypelibInterface> linked = new ArrayList<>(byName.values());
    linked.sort(new DirectoryOrder());
    return linked;
  }

  /** IDs compare as their bytes do, which is not how UUIDs compare. */
  private static final class DirectoryOrder implements Comparator<TypelibInterface> {
    @Override
    public int compare(TypelibInterface a, TypelibInterface b) {
      int upper =
          Long.compareUnsigned(a.iid().getMostSignificantBits(), b.iid().getMostSignificantBits());
      int lower =
          Long.compareUnsigned(
              a.iid().getLeastSignificantBits(), b.iid().getLeastSignificantBits());
      if (upper != 0 || lower != 0) {
        return upper != 0 ? upper : lower;
      }
      return a.name().compareTo(b.name());
    }
  }

  private static TypelibInterface better(TypelibInterface first, TypelibInterface second) {
    if (first.isResolved() && second.isResolved() && !first.equals(second)) {
      throw new IllegalArgumentException(
          "interface "
              + first.name()
              + " is described in two ways: "
              + first.iid()
              + " and "
              + second.iid());
    }
    return first.isResolved() ? first : second;
  }
}
