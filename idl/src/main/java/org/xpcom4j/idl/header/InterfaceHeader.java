package org.xpcom4j.idl.header;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.xpcom4j.idl.model.BuiltinType;
import org.xpcom4j.idl.model.CenumType;
import org.xpcom4j.idl.model.InterfaceDefinition;
import org.xpcom4j.idl.model.InterfaceDefinition.Flag;
import org.xpcom4j.idl.model.Member;
import org.xpcom4j.idl.model.RawText;

/** Writes one interface as a C++ class, with its ID before it. */
final class InterfaceHeader {
  private final InterfaceDefinition definition;
  private final StringBuilder out;

  InterfaceHeader(InterfaceDefinition definition, StringBuilder out) {
    this.definition = definition;
    this.out = out;
  }

  void write() {
    String iid = CppNames.iidMacro(definition.name());
    out.append("\n/* starting interface:    ").append(definition.name()).append(" */\n");
    out.append("#define ").append(iid).append("_STR \"").append(definition.iid()).append("\"\n\n");
    out.append("#define ").append(iid).append(" \\\n").append(initializer(definition.iid()));
    out.append("\n\n").append(head()).append(" {\n public:\n\n");
    out.append("  NS_DECLARE_STATIC_IID_ACCESSOR(").append(iid).append(")\n\n");
    writeMembers();
    String accessor = "  NS_DEFINE_STATIC_IID_ACCESSOR(" + definition.name() + ", " + iid + ")\n";
    out.append("};\n\n").append(quietly(definition.has(Flag.DEPRECATED), accessor));
  }

  /** The ID as the initializer of a struct of numbers. */
  private static String initializer(UUID iid) {
    byte[] bytes =
        ByteBuffer.allocate(2 * Long.BYTES)
            .putLong(iid.getMostSignificantBits())
            .putLong(iid.getLeastSignificantBits())
            .array();
    HexFormat hex = HexFormat.of();
    return "  {0x%s, 0x%s, 0x%s, \\\n    { %s }}"
        .formatted(
            hex.formatHex(bytes, 0, 4),
            hex.formatHex(bytes, 4, 6),
            hex.formatHex(bytes, 6, 8),
            HexFormat.ofDelimiter(", ").withPrefix("0x").formatHex(bytes, 8, 16));
  }

  /** C++ of its own may define virtual methods, which need the vtable that the macro leaves out. */
  private String head() {
    boolean hasRawText = definition.members().stream().anyMatch(RawText.class::isInstance);
    return "class "
        + (hasRawText ? "" : "NS_NO_VTABLE ")
        + (definition.has(Flag.DEPRECATED) ? "MOZ_DEPRECATED " : "")
        + definition.name()
        + definition.base().map(base -> " : public " + base.name()).orElse("");
  }

  private void writeMembers() {
    List<Member> members = definition.members();
    for (int i = 0; i < members.size(); i++) {
      if (members.get(i) instanceof Member.Constant) {
        int end = i + 1;
        while (end < members.size() && members.get(end) instanceof Member.Constant) {
          end++;
        }
        writeConstants(members.subList(i, end));
        i = end - 1;
      } else if (members.get(i) instanceof RawText raw) {
        RawTexts.append(out, raw);
        out.append('\n');
      } else if (members.get(i) instanceof CenumType cenum) {
        writeEnumeration(cenum);
      } else {
        writeMethods(members.get(i));
      }
    }
  }

  private void writeConstants(List<Member> constants) {
    out.append("  enum {\n");
    String separator = "";
    for (Member each : constants) {
      Member.Constant constant = (Member.Constant) each;
      out.append(separator).append("    ").append(CppNames.plain(constant.name()));
      out.append(" = ").append(literal(constant));
      separator = ",\n";
    }
    out.append("\n  };\n\n");
  }

  private static String literal(Member.Constant constant) {
    boolean isUnsigned =
        constant.type().underlying() instanceof BuiltinType type
            && type.least().equals(BigInteger.ZERO);
    return constant.value() + (isUnsigned ? "U" : "");
  }

  private void writeEnumeration(CenumType cenum) {
    String type = CppTypeNames.of(cenum.integer());
    out.append("  enum ").append(cenum.name()).append(" : ").append(type).append(" {\n");
    for (CenumType.Entry entry : cenum.entries()) {
      out.append("    ").append(CppNames.plain(entry.name()));
      out.append(" = ").append(entry.value()).append(",\n");
    }
    out.append("  };\n\n");
  }

  private void writeMethods(Member member) {
    out.append("  /* ").append(IdlSignature.of(member)).append(" */\n");
    for (CppMethod method : CppMethods.of(member)) {
      out.append("  ").append(method.declaration(CppMethod.Place.VIRTUAL)).append(" = 0;\n");
      if (method.hasInlineForm()) {
        out.append(quietly(method.isDeprecated(), method.inlineForm()));
      }
    }
    out.append('\n');
  }

  /** The header itself may use what others should not. */
  private static String quietly(boolean isDeprecated, String text) {
    return isDeprecated
        ? """
          #if defined(__GNUC__)
          #pragma GCC diagnostic push
          #pragma GCC diagnostic ignored "-Wdeprecated-declarations"
          #endif
          %s#if defined(__GNUC__)
          #pragma GCC diagnostic pop
          #endif
          """
            .formatted(text)
        : text;
  }
}
