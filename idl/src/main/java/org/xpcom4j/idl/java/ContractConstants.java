package org.xpcom4j.idl.java;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xpcom4j.idl.model.IdlFile;
import org.xpcom4j.idl.model.InterfaceDefinition;
import org.xpcom4j.idl.model.Member;
import org.xpcom4j.idl.model.Production;
import org.xpcom4j.idl.model.RawText;

/** The contract IDs that a file names, each with the interface that gets the constant. */
public final class ContractConstants {
  private static final Pattern DEFINE =
      Pattern.compile(
          "^[ \\t]*#[ \\t]*define[ \\t]+(\\w+_CONTRACTID)[\\s\\\\]+\"(@[^\"\\r\\n]*)\"",
          Pattern.MULTILINE);

  private final Map<String, Map<String, String>> byInterface = new LinkedHashMap<>();

  private ContractConstants() {}

  /**
   * Reads the contract IDs of a file.
   *
   * @param file the file
   * @return those in attributes and in C++ blocks
   */
  public static ContractConstants of(IdlFile file) {
    ContractConstants constants = new ContractConstants();
    List<RawText> waiting = new ArrayList<>();
    Optional<InterfaceDefinition> last = Optional.empty();
    for (Production production : file.productions()) {
      if (production instanceof RawText raw) {
        waiting.add(raw);
      } else if (production instanceof InterfaceDefinition definition) {
        constants.addDefines(definition, waiting);
        waiting.clear();
        constants.addAll(definition);
        last = Optional.of(definition);
      }
    }
    // a block between interfaces belongs to the next one; behind the last one, to that
    if (last.isPresent()) {
      constants.addDefines(last.get(), waiting);
    }
    return constants;
  }

  /**
   * Finds the contract IDs of an interface.
   *
   * @param definition an interface of the file
   * @return contract IDs by the names of their constants, in order
   */
  public Map<String, String> of(InterfaceDefinition definition) {
    return byInterface.getOrDefault(definition.name(), Map.of());
  }

  private void addAll(InterfaceDefinition definition) {
    String name = JavaNames.contractConstant(definition.name());
    int count = 1;
    for (String contractId : definition.contractIds()) {
      add(definition, count == 1 ? name : name + "_" + count, contractId);
      count++;
    }
    for (Member member : definition.members()) {
      if (member instanceof RawText raw) {
        addDefines(definition, raw.text());
      }
    }
  }

  private void addDefines(InterfaceDefinition owner, List<RawText> blocks) {
    for (RawText block : blocks) {
      addDefines(owner, block.text());
    }
  }

  private void addDefines(InterfaceDefinition owner, String text) {
    Matcher matcher = DEFINE.matcher(text);
    while (matcher.find()) {
      add(owner, matcher.group(1), matcher.group(2));
    }
  }

  private void add(InterfaceDefinition owner, String constant, String contractId) {
    byInterface
        .computeIfAbsent(owner.name(), name -> new LinkedHashMap<>())
        .putIfAbsent(constant, contractId);
  }
}
