package org.xpcom4j.idl.header;

import java.util.HashMap;
import java.util.Map;
import org.xpcom4j.idl.diagnostic.Diagnostic;
import org.xpcom4j.idl.diagnostic.Diagnostics;
import org.xpcom4j.idl.diagnostic.Tag;
import org.xpcom4j.idl.model.InterfaceDefinition;
import org.xpcom4j.idl.model.Member;
import org.xpcom4j.idl.model.Parameter;

/** Reports what IDL allows and C++ does not. */
final class CppChecks {
  private final Diagnostics diagnostics;

  CppChecks(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  void check(InterfaceDefinition definition) {
    Map<String, Member> owners = new HashMap<>();
    for (Member member : definition.members()) {
      for (CppMethod method : CppMethods.of(member)) {
        Member earlier = owners.putIfAbsent(method.name(), member);
        if (earlier != null) {
          reportSameName(method, earlier);
        }
      }
      if (member instanceof Member.Method method) {
        method.parameters().forEach(this::checkArray);
      }
    }
  }

  private void reportSameName(CppMethod method, Member earlier) {
    diagnostics.report(
        Diagnostic.error(
                Tag.CPP_NAME,
                method.member().span(),
                "C++ name %s of %s is also that of %s"
                    .formatted(method.name(), describe(method.member()), describe(earlier)))
            .previous(earlier.span())
            .expected("a name that no other member has, by binaryname(Name) on one of them"));
  }

  private static String describe(Member member) {
    if (member instanceof Member.Attribute attribute) {
      return "attribute \"" + attribute.name() + "\"";
    }
    return "method \"" + ((Member.Method) member).name() + "\"";
  }

  private void checkArray(Parameter parameter) {
    if (parameter.has(Parameter.Flag.ARRAY) && CppTypes.isReference(parameter.type())) {
      diagnostics.report(
          Diagnostic.error(
                  Tag.CPP_TYPE,
                  parameter.span(),
                  "array of " + parameter.type().idlName() + ", which C++ passes by reference")
              .expected("elements that are no references, as string or nsIIDPtr"));
    }
  }
}
