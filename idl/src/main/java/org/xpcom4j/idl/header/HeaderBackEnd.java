package org.xpcom4j.idl.header;

import org.xpcom4j.idl.diagnostic.Diagnostics;
import org.xpcom4j.idl.model.IdlFile;
import org.xpcom4j.idl.model.InterfaceDefinition;
import org.xpcom4j.idl.model.Production;
import org.xpcom4j.idl.model.RawText;
import org.xpcom4j.idl.model.Typedef;
import org.xpcom4j.idl.model.WebIdlType;

/** Makes the C++ headers of IDL files. The same model gives the same text. */
public final class HeaderBackEnd {
  private static final String NO_VTABLE =
      """

      /* For files that do not include the root. */
      #ifndef NS_NO_VTABLE
      #define NS_NO_VTABLE
      #endif
      """;

  private final Diagnostics diagnostics;

  /**
   * Makes a back end.
   *
   * @param diagnostics hears of what is right in IDL and cannot be in C++; a header with such an
   *     error should not be written
   */
  public HeaderBackEnd(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  /**
   * Makes the header of one file. It includes the headers of what the file includes by their names
   * alone, wherever they lie.
   *
   * @param file a file without errors
   * @return the text of the header, which is called as the file with the suffix {@code .h}
   */
  public String generate(IdlFile file) {
    var checks = new CppChecks(diagnostics);
    file.interfaces().forEach(checks::check);
    String guard = CppNames.guard(CppNames.base(file));
    StringBuilder out = new StringBuilder();
    out.append("/*\n * Made from ").append(file.source().name());
    out.append(" by the IDL compiler. Change that, not this.\n */\n\n");
    out.append("#ifndef ").append(guard).append("\n#define ").append(guard).append('\n');
    writeIncludes(file, out);
    Needs needs = Needs.of(file);
    needs.writeIncludes(out);
    out.append(NO_VTABLE);
    needs.writeDeclarations(out);
    file.productions().forEach(production -> write(production, out));
    return out.append("\n#endif /* ").append(guard).append(" */\n").toString();
  }

  private static void writeIncludes(IdlFile file, StringBuilder out) {
    for (Production production : file.productions()) {
      if (production instanceof Production.Inclusion inclusion) {
        String base = CppNames.base(inclusion.file());
        out.append("\n#ifndef ").append(CppNames.guard(base)).append("\n#include \"");
        out.append(base).append(".h\"\n#endif\n");
      }
    }
  }

  private static void write(Production production, StringBuilder out) {
    if (production instanceof RawText raw) {
      RawTexts.append(out, raw);
    } else if (production instanceof Production.Forward forward) {
      out.append("class ").append(forward.name()).append("; /* forward declaration */\n\n");
    } else if (production instanceof WebIdlType webIdl) {
      CppNamespaces.declare(CppTypeNames.of(webIdl), "webidl " + webIdl.name(), out);
    } else if (production instanceof Typedef typedef) {
      writeTypedef(typedef, out);
    } else if (production instanceof InterfaceDefinition definition) {
      new InterfaceHeader(definition, out).write();
      new InterfaceMacros(definition, out).write();
      new ImplementationTemplate(definition, out).write();
    }
  }

  /** Names that C++ has already are not declared again. */
  private static void writeTypedef(Typedef typedef, StringBuilder out) {
    String target = CppTypes.aliased(typedef);
    if (!target.equals(typedef.name())) {
      out.append("typedef ").append(target).append(' ').append(typedef.name()).append(";\n\n");
    }
  }
}
