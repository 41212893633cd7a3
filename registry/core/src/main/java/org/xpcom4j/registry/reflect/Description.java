package org.xpcom4j.registry.reflect;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one typelib says of one interface, its own members only.
 *
 * @param parent the name of the interface it is derived from, null if there is none
 * @param methods numbered from 0, without their Java methods
 * @param flags as they stand in the file
 */
record Description(
    UUID iid,
    String name,
    @Nullable String parent,
    List<MethodInfo> methods,
    List<ConstantInfo> constants,
    int flags) {

  static final int SCRIPTABLE = 0x80;
  static final int FUNCTION = 0x40;
  static final int BUILTINCLASS = 0x20;
  static final int MAIN_PROCESS_SCRIPTABLE_ONLY = 0x10;

  boolean has(int flag) {
    return (flags & flag) != 0;
  }
}
