package org.xpcom4j.idl.testing;

import java.util.ArrayList;
import java.util.List;
import org.xpcom4j.idl.model.CenumType;
import org.xpcom4j.idl.model.InterfaceDefinition;
import org.xpcom4j.idl.model.Member;
import org.xpcom4j.idl.typelib.InterfaceBody;
import org.xpcom4j.idl.typelib.TypelibConstant;
import org.xpcom4j.idl.typelib.TypelibMethod;

/** What models and typelibs both tell of an interface, in words that can be compared. */
public final class Members {
  private Members() {}

  /**
   * Lists methods in the order of the vtable, then constants.
   *
   * @param definition an interface of a model
   * @return a line for each
   */
  public static List<String> of(InterfaceDefinition definition) {
    List<String> methods = new ArrayList<>();
    List<String> constants = new ArrayList<>();
    for (Member member : definition.members()) {
      if (member instanceof Member.Method method) {
        methods.add(method.name() + "()");
      } else if (member instanceof Member.Attribute attribute) {
        methods.add("get " + attribute.name());
        if (!attribute.isReadonly()) {
          methods.add("set " + attribute.name());
        }
      } else if (member instanceof Member.Constant constant) {
        constants.add(constant.name() + " = " + constant.value());
      } else if (member instanceof CenumType cenum) {
        cenum.entries().forEach(each -> constants.add(each.name() + " = " + each.value()));
      }
    }
    methods.addAll(constants);
    return methods;
  }

  /**
   * Lists methods in the order of the vtable, then constants.
   *
   * @param body an interface of a typelib
   * @return a line for each
   */
  public static List<String> of(InterfaceBody body) {
    List<String> members = new ArrayList<>();
    for (TypelibMethod method : body.methods()) {
      if (method.has(TypelibMethod.Flag.GETTER)) {
        members.add("get " + method.name());
      } else if (method.has(TypelibMethod.Flag.SETTER)) {
        members.add("set " + method.name());
      } else {
        members.add(method.name() + "()");
      }
    }
    for (TypelibConstant constant : body.constants()) {
      members.add(constant.name() + " = " + constant.value());
    }
    return members;
  }
}
