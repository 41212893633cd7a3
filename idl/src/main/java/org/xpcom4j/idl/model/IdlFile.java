package org.xpcom4j.idl.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xpcom4j.idl.source.SourceText;

/**
 * A file: its productions in order.
 *
 * @param source the text
 * @param productions what the file declares, without what had errors
 */
public record IdlFile(SourceText source, List<Production> productions) {
  /**
   * Copies the list.
   *
   * @param source the text
   * @param productions what the file declares, without what had errors
   */
  public IdlFile {
    productions = List.copyOf(productions);
  }

  /** {@return the interfaces that have their body in this file, in order} */
  public List<InterfaceDefinition> interfaces() {
    List<InterfaceDefinition> interfaces = new ArrayList<>();
    for (Production production : productions) {
      if (production instanceof InterfaceDefinition definition) {
        interfaces.add(definition);
      }
    }
    return interfaces;
  }

  /**
   * Finds an interface that has its body in this file.
   *
   * @param name its name
   * @return the interface, if it is here
   */
  public Optional<InterfaceDefinition> findInterface(String name) {
    return interfaces().stream().filter(each -> each.name().equals(name)).findFirst();
  }
}
