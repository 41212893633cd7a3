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

/** The interfaces with a body in a file, and in all that it includes. */
final class VisibleInterfaces {
  private final Map<String, InterfaceDefinition> byName = new HashMap<>();

  VisibleInterfaces(IdlFile file) {
    Set<IdlFile> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<IdlFile> open = new ArrayDeque<>();
    open.add(file);
    while (!open.isEmpty()) {
      IdlFile next = open.remove();
      if (seen.add(next)) {
        for (Production production : next.productions()) {
          if (production instanceof InterfaceDefinition definition) {
            byName.putIfAbsent(definition.name(), definition);
          } else if (production instanceof Production.Inclusion inclusion) {
            open.add(inclusion.file());
          }
        }
      }
    }
  }

  Optional<InterfaceDefinition> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }
}
