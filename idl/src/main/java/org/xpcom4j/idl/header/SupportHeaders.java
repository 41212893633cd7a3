package org.xpcom4j.idl.header;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.xpcom4j.idl.model.IdlFile;
import org.xpcom4j.idl.model.IdlType;
import org.xpcom4j.idl.model.Member;
import org.xpcom4j.idl.model.Member.Flag;
import org.xpcom4j.idl.model.NativeType.Meaning;
import org.xpcom4j.idl.model.Parameter;

/** Finds the headers that a header needs for what the compiler itself puts into it. */
final class SupportHeaders {
  private SupportHeaders() {}

  /** The headers in alphabetical order. */
  static Set<String> of(IdlFile file) {
    Set<String> headers = new TreeSet<>();
    file.interfaces().stream()
        .flatMap(definition -> definition.members().stream())
        .forEach(member -> add(member, headers));
    return headers;
  }

  private static void add(Member member, Set<String> headers) {
    List<CppMethod> methods = CppMethods.of(member);
    if (methods.stream().anyMatch(method -> method.flags().contains(Flag.IMPLICIT_JSCONTEXT))
        || types(member).anyMatch(type -> type.is(Meaning.JSVAL))) {
      headers.add("js/Value.h");
    }
    if (methods.stream().anyMatch(CppMethod::hasInlineForm)) {
      headers.add("mozilla/Assertions.h");
    }
  }

  private static Stream<IdlType> types(Member member) {
    if (member instanceof Member.Attribute attribute) {
      return Stream.of(attribute.type());
    }
    return member instanceof Member.Method method
        ? Stream.concat(Stream.of(method.type()), method.parameters().stream().map(Parameter::type))
        : Stream.empty();
  }
}
