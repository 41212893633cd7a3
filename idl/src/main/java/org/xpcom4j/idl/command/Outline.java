package org.xpcom4j.idl.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.xpcom4j.idl.source.SourceText;
import org.xpcom4j.idl.syntax.Declaration;
import org.xpcom4j.idl.syntax.ExtendedAttribute;
import org.xpcom4j.idl.syntax.SyntaxTree;

/**
 * What a run wants to know of a file later on.
 *
 * @param source the file
 * @param counts how much it declares
 * @param includes the names of the files that it includes, in order
 * @param interfaces the names of its interfaces with a body, and whether each is deprecated
 */
record Outline(
    SourceText source, Counts counts, List<String> includes, Map<String, Boolean> interfaces) {
  static Outline of(SyntaxTree tree) {
    List<String> includes = new ArrayList<>();
    Map<String, Boolean> interfaces = new HashMap<>();
    for (Declaration declaration : tree.declarations()) {
      if (declaration instanceof Declaration.Include include) {
        includes.add(include.file());
      } else if (declaration instanceof Declaration.Interface definition) {
        interfaces.putIfAbsent(definition.name().text(), isDeprecated(definition));
      }
    }
    return new Outline(tree.source(), Counts.of(tree), includes, interfaces);
  }

  private static boolean isDeprecated(Declaration.Interface definition) {
    for (ExtendedAttribute attribute : definition.attributes()) {
      if (attribute.is("deprecated")) {
        return true;
      }
    }
    return false;
  }

  boolean has(String interfaceName) {
    return interfaces.containsKey(interfaceName);
  }

  boolean isDeprecated(String interfaceName) {
    return interfaces.getOrDefault(interfaceName, false);
  }
}
