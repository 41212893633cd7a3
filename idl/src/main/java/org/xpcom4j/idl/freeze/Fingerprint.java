package org.xpcom4j.idl.freeze;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.xpcom4j.idl.java.ContractConstants;
import org.xpcom4j.idl.model.CenumType;
import org.xpcom4j.idl.model.IdlFile;
import org.xpcom4j.idl.model.InterfaceDefinition;
import org.xpcom4j.idl.model.InterfaceDefinition.Flag;
import org.xpcom4j.idl.model.Member;
import org.xpcom4j.idl.source.Span;

/**
 * What the binary interface and the Java signatures of an interface depend on, line by line: its
 * ID, its base, its members in the order of the vtable, its constants in the order of their names.
 * Types are written as what stands behind their typedefs. Names of parameters, comments, and the
 * order of constants are not in it, since nothing breaks when they change.
 *
 * @param interfaceName the name of the interface
 * @param fileName the name of its IDL file, which may change
 * @param lines what is compared
 */
public record Fingerprint(String interfaceName, String fileName, List<FingerprintLine> lines) {
  /**
   * Copies the list.
   *
   * @param interfaceName the name of the interface
   * @param fileName the name of its IDL file
   * @param lines what is compared
   */
  public Fingerprint {
    lines = List.copyOf(lines);
  }

  /**
   * Takes the fingerprints of all interfaces of a file.
   *
   * @param file a file without errors
   * @return one for each interface with a body, in their order
   */
  public static List<Fingerprint> allOf(IdlFile file) {
    ContractConstants contracts = ContractConstants.of(file);
    return file.interfaces().stream().map(each -> of(each, contracts.of(each))).toList();
  }

  private static Fingerprint of(InterfaceDefinition definition, Map<String, String> contracts) {
    Span head = definition.span();
    List<FingerprintLine> lines = new ArrayList<>();
    lines.add(new FingerprintLine("uuid " + definition.iid(), head));
    definition.base().ifPresent(base -> lines.add(new FingerprintLine(baseText(base), head)));
    for (Flag flag : Flag.values()) {
      if (flag != Flag.DEPRECATED && definition.has(flag)) {
        lines.add(new FingerprintLine("is " + flag.name().toLowerCase(Locale.ROOT), head));
      }
    }
    contracts.forEach(
        (name, contractId) ->
            lines.add(new FingerprintLine("contract " + name + " = " + contractId, head)));
    for (Member member : definition.members()) {
      MemberText.ofEntry(member)
          .ifPresent(text -> lines.add(new FingerprintLine(text, member.span())));
    }
    definition.constants().stream()
        .sorted(Comparator.comparing(Member.Constant::name))
        .forEach(each -> lines.add(new FingerprintLine(MemberText.of(each), each.span())));
    for (Member member : definition.members()) {
      if (member instanceof CenumType cenum) {
        lines.add(new FingerprintLine(MemberText.of(cenum), cenum.span()));
      }
    }
    return new Fingerprint(definition.name(), head.source().name(), lines);
  }

  /** How many entries come before the own ones is said too: the base may be of another module. */
  private static String baseText(InterfaceDefinition base) {
    int entries = 0;
    Optional<InterfaceDefinition> each = Optional.of(base);
    while (each.isPresent()) {
      entries += each.get().members().stream().mapToInt(MemberText::countEntries).sum();
      each = each.get().base();
    }
    return "base " + base.name() + ", entries " + entries;
  }

  /** {@return 16 hexadecimal digits over all lines: tells of an edit by hand, or a bad merge} */
  String digest() {
    StringBuilder text = new StringBuilder(interfaceName).append('\n');
    lines.forEach(line -> text.append(line.text()).append('\n'));
    return digest(text.toString());
  }

  static String digest(String text) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      byte[] digest = sha256.digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }

  boolean saysTheSame(Fingerprint other) {
    return texts().equals(other.texts());
  }

  private List<String> texts() {
    return lines.stream().map(FingerprintLine::text).toList();
  }
}
