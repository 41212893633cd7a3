package org.xpcom4j.idl.java;

import java.util.Locale;
import java.util.Set;
import javax.lang.model.SourceVersion;

/** How things are called in Java. */
final class JavaNames {
  /** Methods of Object that no interface can declare with any parameters, or should not. */
  private static final Set<String> OBJECT_METHODS =
      Set.of("clone", "finalize", "getClass", "hashCode", "notify", "notifyAll", "wait");

  /** Words that no Java type can be called by, and that are no keywords. */
  private static final Set<String> RESTRICTED_TYPE_NAMES =
      Set.of("permits", "record", "sealed", "var", "yield");

  /** A variable of the name of this class would hide the class in generated code. */
  private static final String HELPER = "Interfaces";

  private JavaNames() {}

  static String packageOf(String folder) {
    return folder.replace('/', '.');
  }

  static String type(String name) {
    return SourceVersion.isName(name) && !RESTRICTED_TYPE_NAMES.contains(name) ? name : name + "_";
  }

  static String getter(String attribute) {
    return escape("get" + capitalized(attribute), 0, 0);
  }

  static String setter(String attribute) {
    return escape("set" + capitalized(attribute), 1, 1);
  }

  static String setterParameter(String attribute) {
    return "a" + capitalized(attribute);
  }

  /**
   * The name of a method.
   *
   * @param fewest how many parameters its shortest form has
   * @param most how many parameters its longest form has
   */
  static String method(String name, int fewest, int most) {
    return escape(name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1), fewest, most);
  }

  static String variable(String name) {
    return SourceVersion.isName(name) && !name.equals(HELPER) ? name : name + "_";
  }

  /** The name with as many underscores more as make it a new one; it is taken from then on. */
  static String unique(String name, Set<String> taken) {
    String free = name;
    while (!taken.add(free)) {
      free += "_";
    }
    return free;
  }

  static String iidConstant(String interfaceName) {
    return stem(interfaceName) + "_IID";
  }

  static String contractConstant(String interfaceName) {
    return stem(interfaceName) + "_CONTRACTID";
  }

  private static String stem(String interfaceName) {
    String upper = interfaceName.toUpperCase(Locale.ROOT);
    return interfaceName.startsWith("ns") ? "NS_" + upper.substring(2) : upper;
  }

  private static String capitalized(String name) {
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  private static String escape(String name, int fewest, int most) {
    boolean clashes =
        OBJECT_METHODS.contains(name)
            || (name.equals("equals") && fewest <= 1 && most >= 1)
            || (name.equals("toString") && fewest == 0)
            || !SourceVersion.isName(name);
    return clashes ? name + "_" : name;
  }
}
