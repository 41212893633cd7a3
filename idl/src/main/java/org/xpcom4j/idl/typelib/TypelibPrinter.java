package org.xpcom4j.idl.typelib;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Writes typelibs as text that resembles IDL. Parameters are called by their numbers, {@code p0} and
 * so on, as typelibs do not keep their names.
 */
public final class TypelibPrinter {
  private final StringBuilder out = new StringBuilder();
  private final Map<String, TypelibInterface> left = new LinkedHashMap<>();

  private TypelibPrinter(Typelib typelib) {
    for (TypelibInterface each : typelib.interfaces()) {
      if (each.isResolved()) {
        left.put(each.name(), each);
      } else {
        printMention(each);
      }
    }
  }

  /**
   * Writes a typelib as text.
   *
   * @param typelib the typelib
   * @return declarations of what it mentions, then of what it describes, in the order of the
   *     directory but for those that others are derived from, which come before these
   */
  public static String print(Typelib typelib) {
    var printer = new TypelibPrinter(typelib);
    for (TypelibInterface each : List.copyOf(printer.left.values())) {
      printer.printWithParents(each);
    }
    return printer.out.toString();
  }

  private void printMention(TypelibInterface each) {
    String iid = each.iid().equals(TypelibInterface.UNKNOWN_IID) ? "" : " // " + each.iid();
    line("interface " + each.name() + ";" + iid);
  }

  private void printWithParents(TypelibInterface last) {
    Deque<TypelibInterface> chain = new ArrayDeque<>();
    TypelibInterface each = left.remove(last.name());
    while (each != null) {
      chain.push(each);
      each = each.body().flatMap(InterfaceBody::parent).map(left::remove).orElse(null);
    }
    for (TypelibInterface next : chain) {
      next.body().ifPresent(body -> print(next, body));
    }
  }

  private void print(TypelibInterface each, InterfaceBody body) {
    if (!out.isEmpty()) {
      out.append('\n');
    }
    if (!each.namespace().isEmpty()) {
      line("// namespace " + each.namespace());
    }
    List<String> attributes = new ArrayList<>();
    for (InterfaceBody.Flag flag : InterfaceBody.Flag.values()) {
      if (body.has(flag)) {
        attributes.add(flag.name().toLowerCase(Locale.ROOT));
      }
    }
    attributes.add("uuid(" + each.iid() + ")");
    line("[" + String.join(", ", attributes) + "]");
    line("interface " + each.name() + body.parent().map(name -> " : " + name).orElse("") + " {");
    for (TypelibConstant constant : body.constants()) {
      String type = TypeNames.of(TypelibType.Simple.value(constant.tag()));
      line("  const " + type + " " + constant.name() + " = " + constant.value() + ";");
    }
    for (int i = 0; i < body.methods().size(); i++) {
      TypelibMethod method = body.methods().get(i);
      Optional<String> attribute = AttributeText.of(body.methods(), i);
      line("  " + attribute.orElseGet(() -> MethodText.of(method)) + ";");
      if (attribute.isPresent() && AttributeText.isWritable(body.methods(), i)) {
        i++;
      }
    }
    line("};");
  }

  private void line(String text) {
    out.append(text).append('\n');
  }
}
