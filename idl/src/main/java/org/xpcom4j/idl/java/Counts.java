package org.xpcom4j.idl.java;

import java.util.List;
import org.xpcom4j.idl.model.BuiltinType;
import org.xpcom4j.idl.model.Member;
import org.xpcom4j.idl.model.Parameter;
import org.xpcom4j.idl.model.Parameter.Direction;
import org.xpcom4j.idl.model.Parameter.Flag;

/** Which parameters of a method only tell the lengths of others, which Java knows by itself. */
final class Counts {
  private final Member.Method method;

  Counts(Member.Method method) {
    this.method = method;
  }

  /** Whether a parameter can be left out by a caller who has the arrays, or gets them. */
  boolean isCount(Parameter parameter) {
    List<Parameter> sized = sized(parameter);
    if (sized.isEmpty()
        || parameter.has(Flag.ARRAY)
        || !parameter.type().is(BuiltinType.UNSIGNED_LONG)) {
      return false;
    }
    return switch (parameter.direction()) {
      case IN, INOUT -> sized.stream().anyMatch(Counts::isGiven);
      case OUT -> sized.stream().noneMatch(Counts::isGiven);
    };
  }

  /** The arrays and strings that have a length before the call, in order. */
  List<Parameter> given(Parameter count) {
    return sized(count).stream().filter(Counts::isGiven).toList();
  }

  private static boolean isGiven(Parameter sized) {
    return sized.direction() != Direction.OUT;
  }

  private List<Parameter> sized(Parameter count) {
    return method.parameters().stream()
        .filter(each -> each.sizeIs().filter(count.name()::equals).isPresent())
        .toList();
  }
}
