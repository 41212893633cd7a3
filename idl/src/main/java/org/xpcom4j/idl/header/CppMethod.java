package org.xpcom4j.idl.header;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.xpcom4j.idl.model.Member;
import org.xpcom4j.idl.model.Member.Flag;

/**
 * One virtual method of a C++ class: a method of IDL, or half an attribute.
 *
 * @param member where it comes from
 * @param flags what the member says
 * @param name its name
 * @param ownResult the type that it returns in place of an nsresult
 * @param parameters all of them, with those that IDL does not show
 * @param inlineResult what the overload that returns its last parameter gives, if there is one
 */
record CppMethod(
    Member member,
    Set<Flag> flags,
    String name,
    Optional<String> ownResult,
    List<CppParameter> parameters,
    Optional<String> inlineResult) {

  /** Where a method is declared, which decides about the words before it. */
  enum Place {
    /** In the interface, and in classes that implement it. */
    VIRTUAL("NS_IMETHOD", "virtual "),
    /** In a class that only has the same methods. */
    MEMBER("NS_METHOD", ""),
    /** Outside of its class. */
    DEFINITION("NS_IMETHODIMP", "");

    private final String macro;
    private final String plain;

    Place(String macro, String plain) {
      this.macro = macro;
      this.plain = plain;
    }
  }

  /** The declaration without what follows the parentheses. */
  String declaration(Place place) {
    boolean hasDefaults =
        place != Place.MEMBER || parameters.stream().noneMatch(CppParameter::namesConstant);
    return attributes()
        + result(place)
        + " "
        + name
        + parameterList(
            hasDefaults ? CppParameter::declarationWithDefault : CppParameter::declaration);
  }

  /** The head of its definition in a class; defaults and attributes stand in the class only. */
  String definition(String className) {
    return result(Place.DEFINITION)
        + " "
        + className
        + "::"
        + name
        + parameterList(CppParameter::declaration);
  }

  /** A call that passes its own parameters on. */
  String call() {
    return name + "(" + names(parameters) + ")";
  }

  boolean returnsNsresult() {
    return ownResult.isEmpty();
  }

  /** Whether there is an overload that returns the result. */
  boolean hasInlineForm() {
    return inlineResult.isPresent();
  }

  /** That overload, for the class body. It is not virtual. */
  String inlineForm() {
    List<CppParameter> others = parameters.subList(0, parameters.size() - 1);
    String type = inlineResult.orElseThrow();
    String head = others.stream().map(CppParameter::declaration).collect(Collectors.joining(", "));
    String arguments = others.isEmpty() ? "" : names(others) + ", ";
    return """
          inline %s %s(%s)
          {
            %s _result;
            nsresult _status = %s(%s&_result);
            MOZ_ASSERT(NS_SUCCEEDED(_status));
            (void)_status;
            return _result;
          }
        """
        .formatted(type, name, head, type, name, arguments);
  }

  /** Whether C++ warns of its use. */
  boolean isDeprecated() {
    return flags.contains(Flag.DEPRECATED) && member instanceof Member.Attribute;
  }

  /** C++ wants the standard's attributes before those of the compiler. */
  private String attributes() {
    boolean hasResult = !ownResult.equals(Optional.of("void"));
    return (flags.contains(Flag.MUST_USE) && hasResult ? "[[nodiscard]] " : "")
        + (flags.contains(Flag.CAN_RUN_SCRIPT) ? "MOZ_CAN_RUN_SCRIPT " : "")
        + (isDeprecated() ? "NS_DEPRECATED " : "");
  }

  private String result(Place place) {
    if (flags.contains(Flag.NOSTDCALL)) {
      return place.plain + ownResult.orElse("nsresult");
    }
    return ownResult.map(type -> place.macro + "_(" + type + ")").orElse(place.macro);
  }

  private String parameterList(Function<CppParameter, String> form) {
    return parameters.isEmpty()
        ? "(void)"
        : parameters.stream().map(form).collect(Collectors.joining(", ", "(", ")"));
  }

  private static String names(List<CppParameter> parameters) {
    return parameters.stream().map(CppParameter::name).collect(Collectors.joining(", "));
  }
}
