package org.xpcom4j.idl.semantic;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.xpcom4j.idl.syntax.ExtendedAttribute.Form;

/**
 * Which extended attributes a kind of declaration may have, and with what values.
 *
 * @param place the kind of declaration with its article, for messages
 * @param rules by name
 */
record AttributeRules(String place, Map<String, Rule> rules) {
  private static final Set<String> NULL_VALUES = Set.of("Empty", "Null", "Stringify");
  private static final Set<String> UNDEFINED_VALUES = Set.of("Empty", "Null");

  static final AttributeRules INTERFACE =
      new Builder("an interface")
          .flags("scriptable", "function", "builtinclass", "noscript", "deprecated", "object")
          .flags("main_process_scriptable_only")
          .value("uuid", Form.IID)
          .value("contractid", Form.STRING)
          .build();

  static final AttributeRules ATTRIBUTE =
      new Builder("an attribute")
          .flags("noscript", "implicit_jscontext", "deprecated", "nostdcall", "must_use")
          .flags("infallible", "can_run_script")
          .value("binaryname", Form.NAME)
          .oneOf("Null", NULL_VALUES)
          .oneOf("Undefined", UNDEFINED_VALUES)
          .build();

  static final AttributeRules METHOD =
      new Builder("a method")
          .flags("noscript", "notxpcom", "implicit_jscontext", "optional_argc", "deprecated")
          .flags("nostdcall", "must_use", "symbol", "can_run_script", "infallible")
          .value("binaryname", Form.NAME)
          .build();

  static final AttributeRules PARAMETER =
      new Builder("a parameter")
          .flags("const", "array", "retval", "shared", "optional", "octets")
          .value("size_is", Form.NAME)
          .value("iid_is", Form.NAME)
          .value("default", Form.NAME, Form.NUMBER, Form.STRING)
          .oneOf("Null", NULL_VALUES)
          .oneOf("Undefined", UNDEFINED_VALUES)
          .build();

  static final AttributeRules NATIVE =
      new Builder("a native type")
          .flags("ref", "ptr", "nsid", "domstring", "utf8string", "cstring", "astring", "jsval")
          .flags("promise")
          .build();

  /** Whether it is someone else's matter if an attribute is given more than once. */
  boolean mayRepeat(String name) {
    return name.equals("contractid") || place.equals(NATIVE.place);
  }

  /**
   * What may stand in the parentheses of one attribute.
   *
   * @param forms how the value may be written; none if there may be no value
   * @param values the values there are; empty if any will do
   */
  record Rule(List<Form> forms, Set<String> values) {}

  private static final class Builder {
    private final String place;
    private final Map<String, Rule> rules = new LinkedHashMap<>();

    Builder(String place) {
      this.place = place;
    }

    Builder flags(String... names) {
      for (String name : names) {
        rules.put(name, new Rule(List.of(), Set.of()));
      }
      return this;
    }

    Builder value(String name, Form... forms) {
      rules.put(name, new Rule(List.of(forms), Set.of()));
      return this;
    }

    Builder oneOf(String name, Set<String> values) {
      rules.put(name, new Rule(List.of(Form.NAME), values));
      return this;
    }

    AttributeRules build() {
      return new AttributeRules(place, Map.copyOf(rules));
    }
  }
}
