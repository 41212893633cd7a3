package org.xpcom4j.idl.header;

/** Declares classes that lie in namespaces. */
final class CppNamespaces {
  private CppNamespaces() {}

  static void declare(String qualifiedName, String comment, StringBuilder out) {
    String[] names = qualifiedName.split("::", -1);
    int last = names.length - 1;
    for (int i = 0; i < last; i++) {
      out.append("namespace ").append(names[i]).append(" {\n");
    }
    out.append("class ").append(names[last]).append("; /* ").append(comment).append(" */\n");
    for (int i = last - 1; i >= 0; i--) {
      out.append("} // namespace ").append(names[i]).append('\n');
    }
    out.append('\n');
  }
}
