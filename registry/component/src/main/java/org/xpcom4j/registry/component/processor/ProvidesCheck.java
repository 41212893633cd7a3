package org.xpcom4j.registry.component.processor;

import java.util.Collection;
import java.util.TreeSet;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.ModuleElement.ProvidesDirective;
import javax.lang.model.util.ElementFilter;

/**
 * Checks that a named module provides its tables. On the module path the {@code META-INF/services}
 * file does not count, and a processor cannot add to the module descriptor.
 */
final class ProvidesCheck {

  private final Reporter reporter;

  ProvidesCheck(Reporter reporter) {
    this.reporter = reporter;
  }

  void check(ModuleElement module, Collection<String> tables) {
    var provided = new TreeSet<String>();
    for (ProvidesDirective directive : ElementFilter.providesIn(module.getDirectives())) {
      if (directive.getService().getQualifiedName().contentEquals(Names.TABLE)) {
        directive
            .getImplementations()
            .forEach(type -> provided.add(type.getQualifiedName().toString()));
      }
    }
    if (!provided.containsAll(tables)) {
      var missing = new TreeSet<>(tables);
      missing.removeAll(provided);
      provided.addAll(tables);
      reporter.error(
          Complaint.of(
                  "provides",
                  "module "
                      + module.getQualifiedName()
                      + " does not provide "
                      + String.join(", ", missing))
              .hint("provides " + Names.TABLE + " with " + String.join(", ", provided) + ";"),
          module);
    }
  }
}
