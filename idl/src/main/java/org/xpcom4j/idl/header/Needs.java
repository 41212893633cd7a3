package org.xpcom4j.idl.header;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.xpcom4j.idl.model.ArrayType;
import org.xpcom4j.idl.model.IdlFile;
import org.xpcom4j.idl.model.IdlType;
import org.xpcom4j.idl.model.Member;
import org.xpcom4j.idl.model.Member.Flag;
import org.xpcom4j.idl.model.NativeType;
import org.xpcom4j.idl.model.NativeType.Meaning;
import org.xpcom4j.idl.model.Parameter;

/**
 * What a header needs for things that the compiler itself puts into it and no IDL file declares.
 *
 * @param headers the headers to include, in alphabetical order
 * @param promises the classes of promises
 */
record Needs(Set<String> headers, Set<String> promises) {
  static Needs of(IdlFile file) {
    Needs needs = new Needs(new TreeSet<>(), new TreeSet<>());
    file.interfaces().stream()
        .flatMap(definition -> definition.members().stream())
        .forEach(needs::add);
    return needs;
  }

  void writeIncludes(StringBuilder out) {
    out.append(headers.isEmpty() ? "" : "\n");
    headers.forEach(name -> out.append("#include \"").append(name).append("\"\n"));
  }

  void writeDeclarations(StringBuilder out) {
    promises.forEach(name -> CppNamespaces.declare(name, "forward declaration", out));
  }

  private void add(Member member) {
    List<CppMethod> methods = CppMethods.of(member);
    for (CppMethod method : methods) {
      addIf(method.flags().contains(Flag.IMPLICIT_JSCONTEXT), "js/Value.h");
      addIf(method.flags().contains(Flag.CAN_RUN_SCRIPT), "mozilla/Attributes.h");
      addIf(method.hasInlineForm(), "mozilla/Assertions.h");
    }
    types(member).forEach(this::add);
  }

  private void add(IdlType type) {
    if (type.underlying() instanceof ArrayType array) {
      String element = CppTypeNames.element(array.element());
      headers.add("nsTArray.h");
      addIf(element.startsWith("RefPtr<"), "mozilla/RefPtr.h");
      addIf(element.equals("nsString") || element.equals("nsCString"), "nsString.h");
      add(array.element());
    } else if (type.underlying() instanceof NativeType nativeType) {
      addIf(nativeType.meaning() == Meaning.JSVAL, "js/Value.h");
      if (nativeType.meaning() == Meaning.PROMISE) {
        promises.add(CppTypeNames.of(nativeType));
      }
    }
  }

  private void addIf(boolean isNeeded, String header) {
    if (isNeeded) {
      headers.add(header);
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
