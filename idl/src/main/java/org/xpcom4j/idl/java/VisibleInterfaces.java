package org.xpcom4j.idl.java;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.xpcom4j.idl.model.IdlFile;
import org.xpcom4j.idl.model.InterfaceDefinition;
import org.xpcom4j.idl.model.Production;

/**
 * The interfaces with a body in a file, and in all that it includes, the nearest first. It looks no
 * further than it has to: chains of includes may be long, and most names are near.
 */
final class VisibleInterfaces {
  private final InterfaceLocator locator;
  private final Map<String, InterfaceDefinition> byName = new HashMap<>();
  private final Set<IdlFile> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Deque<IdlFile> open = new ArrayDeque<>();

  VisibleInterfaces(IdlFile file, InterfaceLocator locator) {
    this.locator = locator;
    open.add(file);
  }

  Optional<InterfaceDefinition> find(String name) {
    InterfaceDefinition found = byName.get(name);
    while (found == null && !open.isEmpty() && locator.mayHaveBody(name)) {
      IdlFile next = open.remove();
      if (seen.add(next)) {
        add(next);
        found = byName.get(name);
      }
    }
    return Optional.ofNullable(found);
  }

  private void add(IdlFile file) {
    for (Production production : file.productions()) {
      if (production instanceof InterfaceDefinition definition) {
        byName.putIfAbsent(definition.name(), definition);
      } else if (production instanceof Production.Inclusion inclusion) {
        open.add(inclusion.file());
      }
    }
  }
}
