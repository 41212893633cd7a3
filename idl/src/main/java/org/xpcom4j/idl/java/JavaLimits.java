package org.xpcom4j.idl.java;

import java.util.Set;
import org.xpcom4j.idl.diagnostic.Diagnostic;
import org.xpcom4j.idl.diagnostic.Diagnostics;
import org.xpcom4j.idl.diagnostic.Tag;
import org.xpcom4j.idl.model.BuiltinType;
import org.xpcom4j.idl.model.IdlFile;
import org.xpcom4j.idl.model.InterfaceDefinition;
import org.xpcom4j.idl.model.Member;
import org.xpcom4j.idl.model.Parameter;
import org.xpcom4j.idl.model.Parameter.Direction;
import org.xpcom4j.idl.model.Parameter.Flag;

/** What IDL may say and the JVM cannot. */
public final class JavaLimits {
  /** Of 255 slots (JVMS, section 4.3.3) the object itself takes one. */
  private static final int MOST_SLOTS = 254;

  private static final Set<BuiltinType> WIDE =
      Set.of(
          BuiltinType.UNSIGNED_LONG,
          BuiltinType.LONG_LONG,
          BuiltinType.UNSIGNED_LONG_LONG,
          BuiltinType.DOUBLE);

  private JavaLimits() {}

  /**
   * Looks for methods that have more parameters than a method of Java can have.
   *
   * @param file a file without errors
   * @param diagnostics hears of them
   */
  public static void check(IdlFile file, Diagnostics diagnostics) {
    for (InterfaceDefinition definition : file.interfaces()) {
      for (Member member : definition.members()) {
        if (member instanceof Member.Method method
            && !JavaMembers.isForNativeCode(method.flags())) {
          check(method, diagnostics);
        }
      }
    }
  }

  private static void check(Member.Method method, Diagnostics diagnostics) {
    int slots = 0;
    for (Parameter parameter : method.parameters()) {
      if (!parameter.has(Flag.RETVAL)) {
        slots += isWide(parameter) ? 2 : 1;
      }
    }
    if (slots > MOST_SLOTS) {
      diagnostics.report(
          Diagnostic.error(
                  Tag.JAVA_LIMIT,
                  method.span(),
                  "method " + method.name() + " has too many parameters for Java: " + slots)
              .expected(
                  MOST_SLOTS
                      + " at most, where 64-bit integers, unsigned long and double count 2"));
    }
  }

  private static boolean isWide(Parameter parameter) {
    return parameter.direction() == Direction.IN
        && !parameter.has(Flag.ARRAY)
        && parameter.type().underlying() instanceof BuiltinType builtin
        && WIDE.contains(builtin);
  }
}
