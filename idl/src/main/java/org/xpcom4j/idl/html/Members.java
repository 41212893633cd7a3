package org.xpcom4j.idl.html;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.xpcom4j.idl.model.ArrayType;
import org.xpcom4j.idl.model.CenumType;
import org.xpcom4j.idl.model.IdlType;
import org.xpcom4j.idl.model.InterfaceDefinition;
import org.xpcom4j.idl.model.InterfaceType;
import org.xpcom4j.idl.model.Member;
import org.xpcom4j.idl.model.Member.Constant;
import org.xpcom4j.idl.model.Parameter;
import org.xpcom4j.idl.source.DocComment;

/** What pages want to know of members, whatever their kind. */
final class Members {
  private Members() {}

  /**
   * A mention of an interface as a type.
   *
   * @param type the interface
   * @param member the member that mentions it
   * @param how what is of that type
   */
  record Typed(String type, String member, String how) {}

  /** The name of a member; empty for C++ text. */
  static String name(Member member) {
    if (member instanceof Member.Attribute attribute) {
      return attribute.name();
    }
    if (member instanceof Member.Method method) {
      return method.name();
    }
    return member instanceof Member.Constant constant ? constant.name() : "";
  }

  static List<DocComment> docs(Member member) {
    if (member instanceof Member.Attribute attribute) {
      return attribute.docs();
    }
    if (member instanceof Member.Method method) {
      return method.docs();
    }
    return member instanceof Member.Constant constant ? constant.docs() : List.of();
  }

  static boolean isDeprecated(Member member) {
    return member instanceof Member.Attribute attribute
        ? attribute.flags().contains(Member.Flag.DEPRECATED)
        : member instanceof Member.Method method && method.flags().contains(Member.Flag.DEPRECATED);
  }

  static String kind(Member member) {
    if (member instanceof Member.Attribute) {
      return "attribute";
    }
    return member instanceof Member.Method ? "method" : "constant";
  }

  /** All members; of an enumeration, its values. */
  static List<Member> all(InterfaceDefinition definition) {
    return definition.members().stream().flatMap(Members::values).toList();
  }

  private static Stream<Member> values(Member member) {
    return member instanceof CenumType cenum
        ? cenum.entries().stream()
            .map(each -> new Constant(each.name(), cenum, each.value(), each.docs(), each.span()))
        : Stream.of(member);
  }

  static <T extends Member> List<T> of(InterfaceDefinition definition, Class<T> kind) {
    return all(definition).stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** Members with a name, in order. */
  static List<Member> named(InterfaceDefinition definition) {
    return all(definition).stream().filter(each -> !name(each).isEmpty()).toList();
  }

  static List<Typed> types(InterfaceDefinition definition) {
    List<Typed> types = new ArrayList<>();
    for (Member member : definition.members()) {
      if (member instanceof Member.Attribute attribute) {
        add(types, attribute.type(), attribute.name(), "attribute");
      } else if (member instanceof Member.Method method) {
        add(types, method.type(), method.name(), "result");
        for (Parameter parameter : method.parameters()) {
          boolean isResult = parameter.has(Parameter.Flag.RETVAL);
          add(types, parameter.type(), method.name(), isResult ? "result" : "parameter");
        }
      }
    }
    return types;
  }

  private static void add(List<Typed> types, IdlType type, String member, String how) {
    if (type.underlying() instanceof ArrayType array) {
      add(types, array.element(), member, how);
    } else if (type.underlying() instanceof InterfaceType interfaceType) {
      types.add(new Typed(interfaceType.name(), member, how));
    }
  }
}
