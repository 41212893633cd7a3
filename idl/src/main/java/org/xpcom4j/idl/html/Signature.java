package org.xpcom4j.idl.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.xpcom4j.idl.html.Catalog.Entry;
import org.xpcom4j.idl.model.ArrayType;
import org.xpcom4j.idl.model.IdlType;
import org.xpcom4j.idl.model.InterfaceType;
import org.xpcom4j.idl.model.Member;
import org.xpcom4j.idl.model.Parameter;

/** Writes members as they stand in IDL, with links to the interfaces. */
final class Signature {
  private final Catalog catalog;
  private final Html html;

  Signature(Catalog catalog, Html html) {
    this.catalog = catalog;
    this.html = html;
  }

  void attribute(Member.Attribute attribute) {
    html.start("pre", "class", "signature").start("code");
    brackets(words(attribute.flags(), attribute.binaryName()), "\n");
    keyword(attribute.isReadonly() ? "readonly attribute " : "attribute ");
    type(attribute.type());
    html.text(" ").element("b", attribute.name()).text(";").end().end();
  }

  void method(Member.Method method) {
    html.start("pre", "class", "signature").start("code");
    brackets(words(method.flags(), method.binaryName()), "\n");
    type(method.type());
    html.text(" ").element("b", method.name()).text("(");
    boolean isLong = method.parameters().size() > 1;
    String separator = "";
    for (Parameter parameter : method.parameters()) {
      html.text(separator);
      html.text(isLong ? "\n    " : "");
      parameter(parameter);
      separator = ",";
    }
    html.text(");").end().end();
  }

  /** A method in one line: types and names. */
  void brief(Member.Method method) {
    html.text("(");
    String separator = "";
    for (Parameter parameter : method.parameters()) {
      if (!parameter.has(Parameter.Flag.RETVAL)) {
        html.text(separator);
        type(parameter.type());
        html.text(" " + parameter.name());
        separator = ", ";
      }
    }
    html.text(")");
  }

  /** What a method gives to scripts and to Java. */
  static IdlType result(Member.Method method) {
    return method.parameters().stream()
        .filter(each -> each.has(Parameter.Flag.RETVAL))
        .map(Parameter::type)
        .findFirst()
        .orElse(method.type());
  }

  void type(IdlType type) {
    if (type instanceof ArrayType array) {
      html.text("Array<");
      type(array.element());
      html.text(">");
      return;
    }
    Optional<Entry> entry =
        type.underlying() instanceof InterfaceType named
            ? catalog.find(named.name())
            : Optional.empty();
    if (entry.isPresent()) {
      html.element("a", type.idlName(), "href", entry.get().page());
    } else {
      html.text(type.idlName());
    }
  }

  private void parameter(Parameter parameter) {
    List<String> words = new ArrayList<>();
    for (Parameter.Flag flag : Parameter.Flag.values()) {
      if (parameter.has(flag)) {
        words.add(word(flag));
      }
    }
    parameter.sizeIs().ifPresent(name -> words.add("size_is(" + name + ")"));
    parameter.iidIs().ifPresent(name -> words.add("iid_is(" + name + ")"));
    parameter.defaultValue().ifPresent(value -> words.add("default(" + value + ")"));
    brackets(words, " ");
    keyword(word(parameter.direction()) + " ");
    type(parameter.type());
    html.text(" ").element("var", parameter.name());
  }

  private void brackets(List<String> words, String end) {
    if (!words.isEmpty()) {
      html.element("span", "[" + String.join(", ", words) + "]", "class", "extra").text(end);
    }
  }

  private void keyword(String text) {
    html.element("span", text, "class", "keyword");
  }

  private static List<String> words(Set<Member.Flag> flags, Optional<String> binaryName) {
    List<String> words = new ArrayList<>();
    for (Member.Flag flag : Member.Flag.values()) {
      if (flags.contains(flag)) {
        words.add(word(flag));
      }
    }
    binaryName.ifPresent(name -> words.add("binaryname(" + name + ")"));
    return words;
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
