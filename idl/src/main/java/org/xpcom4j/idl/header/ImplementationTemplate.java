package org.xpcom4j.idl.header;

import java.util.List;
import org.xpcom4j.idl.model.InterfaceDefinition;
import org.xpcom4j.idl.model.Member;

/** Writes, switched off, the class with which an implementer can begin. */
final class ImplementationTemplate {
  private final InterfaceDefinition definition;
  private final String className;
  private final StringBuilder out;

  ImplementationTemplate(InterfaceDefinition definition, StringBuilder out) {
    this.definition = definition;
    this.className = CppNames.implementation(definition.name());
    this.out = out;
  }

  void write() {
    out.append(
        """

        #if 0
        /* A class that implements the interface begins like this. */

        /* Header file */
        class %1$s : public %2$s
        {
        public:
          NS_DECL_ISUPPORTS
          NS_DECL_%3$s

          %1$s();

        private:
          ~%1$s();

        protected:
          /* additional members */
        };

        /* Implementation file */
        NS_IMPL_ISUPPORTS(%1$s, %2$s)

        %1$s::%1$s()
        {
          /* member initializers and constructor code */
        }

        %1$s::~%1$s()
        {
          /* destructor code */
        }

        """
            .formatted(className, definition.name(), CppNames.macroSuffix(definition.name())));
    definition.members().forEach(this::writeMethods);
    out.append("/* End of implementation class template. */\n#endif\n\n");
  }

  private void writeMethods(Member member) {
    List<CppMethod> methods = CppMethods.of(member);
    if (!methods.isEmpty()) {
      out.append("/* ").append(IdlSignature.of(member)).append(" */\n");
    }
    for (CppMethod method : methods) {
      out.append(method.definition(className)).append("\n{\n");
      out.append(method.returnsNsresult() ? "  return NS_ERROR_NOT_IMPLEMENTED;\n" : "");
      out.append("}\n\n");
    }
  }
}
