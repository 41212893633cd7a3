package org.xpcom4j.idl.freeze;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.xpcom4j.idl.model.ArrayType;
import org.xpcom4j.idl.model.CenumType;
import org.xpcom4j.idl.model.IdlType;
import org.xpcom4j.idl.model.Member;
import org.xpcom4j.idl.model.NativeType;
import org.xpcom4j.idl.model.Parameter;
import org.xpcom4j.idl.model.RawText;

/** Members in one line each, without what nobody depends on. */
final class MemberText {
  private static final Pattern SPACE = Pattern.compile("\\s+");

  private static final List<Member.Flag> FLAGS =
      List.of(
          Member.Flag.NOSCRIPT,
          Member.Flag.NOTXPCOM,
          Member.Flag.IMPLICIT_JSCONTEXT,
          Member.Flag.OPTIONAL_ARGC,
          Member.Flag.NOSTDCALL,
          Member.Flag.SYMBOL);

  private MemberText() {}

  /** The line of what may have an entry in the vtable; none for a constant. */
  static Optional<String> ofEntry(Member member) {
    if (member instanceof Member.Attribute attribute) {
      return Optional.of(of(attribute));
    }
    if (member instanceof Member.Method method) {
      return Optional.of(of(method));
    }
    return member instanceof RawText raw ? Optional.of(of(raw)) : Optional.empty();
  }

  static int countEntries(Member member) {
    if (member instanceof Member.Attribute attribute) {
      return attribute.isReadonly() ? 1 : 2;
    }
    return member instanceof Member.Method ? 1 : 0;
  }

  static String of(Member.Constant constant) {
    return "const " + type(constant.type()) + " " + constant.name() + " = " + constant.value();
  }

  static String of(CenumType cenum) {
    return "cenum "
        + cenum.name()
        + " : "
        + cenum.width()
        + cenum.entries().stream()
            .map(entry -> entry.name() + " = " + entry.value())
            .collect(Collectors.joining(", ", " {", "}"));
  }

  private static String of(Member.Attribute attribute) {
    return brackets(attribute.flags(), attribute.binaryName())
        + (attribute.isReadonly() ? "readonly attribute " : "attribute ")
        + type(attribute.type())
        + " "
        + attribute.name();
  }

  private static String of(Member.Method method) {
    return brackets(method.flags(), method.binaryName())
        + type(method.type())
        + " "
        + method.name()
        + method.parameters().stream()
            .map(each -> parameter(each, method.parameters()))
            .collect(Collectors.joining(", ", "(", ")"));
  }

  /** C++ in a class body may declare anything, so that every change of it counts. */
  private static String of(RawText raw) {
    return "C++ " + Fingerprint.digest(SPACE.matcher(raw.text()).replaceAll(" ").strip());
  }

  private static String brackets(Set<Member.Flag> flags, Optional<String> binaryName) {
    List<String> words =
        FLAGS.stream()
            .filter(flags::contains)
            .map(flag -> flag.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.toCollection(ArrayList::new));
    binaryName.ifPresent(name -> words.add("binaryname(" + name + ")"));
    return brackets(words);
  }

  private static String parameter(Parameter parameter, List<Parameter> all) {
    List<String> words = new ArrayList<>();
    for (Parameter.Flag flag : Parameter.Flag.values()) {
      if (parameter.has(flag)) {
        words.add(flag.name().toLowerCase(Locale.ROOT));
      }
    }
    parameter.sizeIs().ifPresent(name -> words.add("size_is(" + number(name, all) + ")"));
    parameter.iidIs().ifPresent(name -> words.add("iid_is(" + number(name, all) + ")"));
    return brackets(words)
        + parameter.direction().name().toLowerCase(Locale.ROOT)
        + " "
        + type(parameter.type());
  }

  /** Parameters are called by their number, from 1. */
  private static int number(String name, List<Parameter> all) {
    return all.stream().map(Parameter::name).toList().indexOf(name) + 1;
  }

  private static String brackets(List<String> words) {
    return words.isEmpty() ? "" : "[" + String.join(", ", words) + "] ";
  }

  private static String type(IdlType type) {
    if (type.underlying() instanceof ArrayType array) {
      return "Array<" + type(array.element()) + ">";
    }
    return type.underlying() instanceof NativeType nativeType
        ? nativeType(nativeType)
        : type.underlying().idlName();
  }

  /** Names as in nsrootidl.idl, whatever name the file has given. */
  private static String nativeType(NativeType type) {
    return switch (type.meaning()) {
      case OPAQUE -> "native(" + type.text().strip() + sign(type.indirection()) + ")";
      case NSID -> "nsID" + word(type.indirection(), "Ref", "Ptr", "");
      case DOMSTRING -> "DOMString" + word(type.indirection(), "", "Ptr", "Value");
      case UTF8STRING -> "AUTF8String" + word(type.indirection(), "", "Ptr", "Value");
      case CSTRING -> "ACString" + word(type.indirection(), "", "Ptr", "Value");
      case ASTRING -> "AString" + word(type.indirection(), "", "Ptr", "Value");
      case JSVAL -> "jsval" + word(type.indirection(), "", "Ptr", "Value");
      case PROMISE -> "Promise";
    };
  }

  private static String sign(NativeType.Indirection indirection) {
    return word(indirection, " &", " *", "");
  }

  private static String word(
      NativeType.Indirection indirection, String ref, String ptr, String value) {
    return switch (indirection) {
      case REF -> ref;
      case PTR -> ptr;
      case VALUE -> value;
    };
  }
}
