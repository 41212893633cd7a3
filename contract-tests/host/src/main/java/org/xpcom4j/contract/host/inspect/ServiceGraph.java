package org.xpcom4j.contract.host.inspect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.xpcom4j.registry.component.Requirement.Moment;
import org.xpcom4j.registry.component.Scope;
import org.xpcom4j.registry.diagnostics.Dependency;
import org.xpcom4j.registry.diagnostics.RegisteredClass;

/**
 * Components and what their constructors ask for, as a graph. Components that neither ask nor are
 * asked for are left out. Dashed arrows are what is asked for later, or only if it is there.
 */
public final class ServiceGraph {

  private final Map<UUID, Node> nodes = new LinkedHashMap<>();
  private final Set<Arrow> arrows = new LinkedHashSet<>();

  private record Node(String name, RegisteredClass type) {

    boolean isService() {
      return type.scope() == Scope.SERVICE;
    }
  }

  private record Arrow(Node from, Node to, boolean isFirm) {}

  /**
   * Makes a graph.
   *
   * @param dependencies those of all classes
   */
  public ServiceGraph(List<Dependency> dependencies) {
    for (Dependency each : dependencies) {
      RegisteredClass to = each.to();
      if (to != null) {
        boolean isFirm = each.requirement().moment() == Moment.FIRST;
        arrows.add(new Arrow(node(each.from()), node(to), isFirm));
      }
    }
  }

  private Node node(RegisteredClass type) {
    return nodes.computeIfAbsent(type.cid(), cid -> new Node("n" + nodes.size(), type));
  }

  /**
   * Writes the graph for Mermaid, which code hosts show in Markdown.
   *
   * @return its lines; services have round ends
   */
  public List<String> mermaid() {
    var lines = new ArrayList<String>();
    lines.add("flowchart LR");
    for (Node node : nodes.values()) {
      String label = '"' + node.type().simpleName().replace('"', '\'') + '"';
      lines.add("  " + node.name() + (node.isService() ? "([" + label + "])" : "[" + label + "]"));
    }
    for (Arrow arrow : arrows) {
      lines.add(
          "  " + arrow.from().name() + (arrow.isFirm() ? " --> " : " -.-> ") + arrow.to().name());
    }
    return lines;
  }

  /**
   * Writes the graph for Graphviz.
   *
   * @return its lines; services are ellipses, others boxes
   */
  public List<String> dot() {
    var lines = new ArrayList<String>();
    lines.add("digraph services {");
    lines.add("  rankdir=LR;");
    for (Node node : nodes.values()) {
      lines.add(
          "  %s [label=%s, shape=%s];"
              .formatted(
                  node.name(),
                  Json.quote(node.type().simpleName()),
                  node.isService() ? "ellipse" : "box"));
    }
    for (Arrow arrow : arrows) {
      lines.add(
          "  %s -> %s%s;"
              .formatted(
                  arrow.from().name(), arrow.to().name(), arrow.isFirm() ? "" : " [style=dashed]"));
    }
    lines.add("}");
    return lines;
  }
}
