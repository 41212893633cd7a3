package org.xpcom4j.idl.header;

import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.xpcom4j.idl.model.IdlFile;

/** What things of IDL are called in C++. */
final class CppNames {
  /** What IDL lets one call a parameter or a constant and C++ does not. */
  private static final Set<String> KEYWORDS =
      Set.of(
          ("alignas alignof and and_eq asm auto bitand bitor bool break case catch char char16_t "
                  + "char32_t class compl const const_cast constexpr continue decltype default "
                  + "delete do double dynamic_cast else enum explicit export extern false float "
                  + "for friend goto if inline int long mutable namespace new noexcept not not_eq "
                  + "nullptr operator or or_eq private protected public register "
                  + "reinterpret_cast return short signed sizeof static static_assert static_cast "
                  + "struct switch template this thread_local throw true try typedef typeid "
                  + "typename union unsigned using virtual void volatile wchar_t while xor xor_eq")
              .split(" "));

  private CppNames() {}

  /** The name of a file's header without its folder and its suffix. */
  static String base(IdlFile file) {
    String path = file.source().name();
    String name = path.substring(path.lastIndexOf('/') + 1);
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  static String guard(String base) {
    return "__gen_" + base.replaceAll("[^A-Za-z0-9_]", "_") + "_h__";
  }

  /** {@code NS_IFOO_IID} of {@code nsIFoo}. */
  static String iidMacro(String interfaceName) {
    String upper = macroSuffix(interfaceName);
    return (interfaceName.startsWith("ns") ? "NS_" + upper.substring(2) : upper) + "_IID";
  }

  /** What follows {@code NS_DECL_} and its like. */
  static String macroSuffix(String interfaceName) {
    return interfaceName.toUpperCase(Locale.ROOT);
  }

  /** The class of the implementation template. */
  static String implementation(String interfaceName) {
    return interfaceName.startsWith("nsI") && interfaceName.length() > 3
        ? "ns" + interfaceName.substring(3)
        : "_MYCLASS_";
  }

  static String getter(String attribute, Optional<String> binaryName) {
    return "Get" + binaryName.orElseGet(() -> capitalized(attribute));
  }

  static String setter(String attribute, Optional<String> binaryName) {
    return "Set" + binaryName.orElseGet(() -> capitalized(attribute));
  }

  static String method(String name, Optional<String> binaryName) {
    return binaryName.orElseGet(() -> capitalized(name));
  }

  /** The parameter of a getter or setter. */
  static String attributeParameter(String attribute) {
    return "a" + capitalized(attribute);
  }

  /** A name as it is, or with an underscore where C++ means something else by it. */
  static String plain(String name) {
    return KEYWORDS.contains(name) ? name + "_" : name;
  }

  private static String capitalized(String name) {
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  /** Names of the parameters of one method, which must differ. */
  static final class Distinct {
    private final Set<String> taken = new HashSet<>();

    String add(String name) {
      String free = plain(name);
      while (!taken.add(free)) {
        free += "_";
      }
      return free;
    }
  }
}
