package org.xpcom4j.idl.typelib;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Makes one directory of several: each name once, in the order that files ship with. */
final class TypelibLinker {
  /** IDs compare as their bytes do, which is not how UUIDs compare. */
  private static final Comparator<UUID> AS_BYTES =
      ((Comparator<UUID>)
              (a, b) ->
                  Long.compareUnsigned(a.getMostSignificantBits(), b.getMostSignificantBits()))
          .thenComparing(
              (a, b) ->
                  Long.compareUnsigned(a.getLeastSignificantBits(), b.getLeastSignificantBits()));

  private static final Comparator<TypelibInterface> DIRECTORY_ORDER =
      Comparator.comparing(TypelibInterface::iid, AS_BYTES).thenComparing(TypelibInterface::name);

  private TypelibLinker() {}

  /**
   * Joins the entries of several directories. A description wins over a mention.
   *
   * @throws IllegalArgumentException if interfaces of one name are described differently
   */
  static List<TypelibInterface> link(List<TypelibInterface> entries) {
    Map<String, TypelibInterface> byName = new HashMap<>();
    for (TypelibInterface each : entries) {
      byName.merge(each.name(), each, TypelibLinker::better);
    }
    return byName.values().stream().sorted(DIRECTORY_ORDER).toList();
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
