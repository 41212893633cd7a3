package org.xpcom4j.contract.host.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.xpcom4j.registry.RegisteredContract;

/** Contract IDs by domain and module, each in the branch of what it begins with. */
public final class ContractTree {

  private final Map<String, ContractTree> branches = new TreeMap<>();
  private final Map<String, RegisteredContract> leaves = new TreeMap<>();

  private ContractTree() {}

  /**
   * Draws a tree.
   *
   * @param contracts what is registered
   * @return its lines
   */
  public static List<String> draw(List<RegisteredContract> contracts) {
    var root = new ContractTree();
    contracts.forEach(root::add);
    var lines = new ArrayList<String>();
    root.draw("", lines);
    return lines;
  }

  /** The version and what follows it are never split: parameters may have slashes. */
  private void add(RegisteredContract contract) {
    String id = contract.contractId();
    int version = id.indexOf(';');
    ContractTree at = this;
    int begin = 0;
    int slash = id.indexOf('/');
    while (slash >= 0 && (version < 0 || slash < version)) {
      at = at.branches.computeIfAbsent(id.substring(begin, slash + 1), name -> new ContractTree());
      begin = slash + 1;
      slash = id.indexOf('/', begin);
    }
    at.leaves.put(id.substring(begin), contract);
  }

  private void draw(String indent, List<String> lines) {
    leaves.forEach(
        (name, contract) ->
            lines.add(
                indent
                    + name
                    + "  "
                    + contract.className()
                    + (contract.module().isEmpty() ? "" : " (" + contract.module() + ")")));
    branches.forEach(
        (name, branch) -> {
          lines.add(indent + name);
          branch.draw(indent + "  ", lines);
        });
  }
}
