package org.xpcom4j.idl.freeze;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.xpcom4j.idl.diagnostic.Diagnostics;
import org.xpcom4j.idl.source.SourceText;

/**
 * A freeze file: text that is committed, and reviewed when it changes. It lies beside the IDL files
 * that it speaks of.
 *
 * @param interfaces what is frozen, by name
 */
public record FreezeFile(List<FrozenInterface> interfaces) {
  static final String FORMAT = "xpidl-freeze 1";

  private static final String HEAD =
      """
      # What others depend on, in native code and in Java: a line changes only where something breaks.
      # Made by "xpidl freeze -o", compared by every build. Instead of changing an interface, write a
      # new one that extends it.
      """;

  /**
   * Sorts and copies the list.
   *
   * @param interfaces what is frozen
   */
  public FreezeFile {
    interfaces = interfaces.stream().sorted(Comparator.comparing(FrozenInterface::name)).toList();
  }

  /**
   * Reads a freeze file.
   *
   * @param source its text
   * @param diagnostics hears what is wrong with it
   * @return what it says, without what had errors
   */
  public static FreezeFile parse(SourceText source, Diagnostics diagnostics) {
    return new FreezeFile(new FreezeFileParser(source, diagnostics).parse());
  }

  /**
   * Finds an interface.
   *
   * @param name its name
   * @return the interface, if it is frozen
   */
  public Optional<FrozenInterface> find(String name) {
    return interfaces.stream().filter(each -> each.name().equals(name)).findFirst();
  }

  /** {@return the names of the IDL files, each once, in order} */
  public List<String> fileNames() {
    return interfaces.stream()
        .map(each -> each.fingerprint().fileName())
        .distinct()
        .sorted()
        .toList();
  }

  /** {@return the whole text; the same interfaces give the same text} */
  public String print() {
    StringBuilder out = new StringBuilder(HEAD).append(FORMAT).append('\n');
    for (FrozenInterface each : interfaces) {
      Fingerprint fingerprint = each.fingerprint();
      out.append("\ninterface ").append(each.name());
      out.append(" in ").append(fingerprint.fileName());
      out.append(", frozen ").append(each.term()).append('\n');
      fingerprint.lines().forEach(line -> out.append("  ").append(line.text()).append('\n'));
      out.append("  digest ").append(fingerprint.digest()).append('\n');
    }
    return out.toString();
  }
}
