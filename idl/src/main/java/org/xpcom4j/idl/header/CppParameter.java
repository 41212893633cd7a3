package org.xpcom4j.idl.header;

/**
 * A parameter of a C++ method.
 *
 * @param type ends so that the name can follow
 * @param name no keyword, and differs from the others
 * @param canBeLeftOut whether callers may leave it out and so pass a null pointer
 */
record CppParameter(String type, String name, boolean canBeLeftOut) {
  CppParameter(String type, String name) {
    this(type, name, false);
  }

  String declaration() {
    return type + name;
  }
}
