package org.xpcom4j.idl.java;

import java.util.ArrayList;
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
      case IN, INOUT -> hasGiven(sized);
      case OUT -> !hasGiven(sized);
    };
  }

  /** The arrays and strings that have a length before the call, in order. */
  List<Parameter> given(Parameter count) {
    List<Parameter> given = new ArrayList<>();
    for (Parameter sized : sized(count)) {
      if (isGiven(sized)) {
        given.add(sized);
      }
    }
    return given;
  }

  private static boolean hasGiven(List<Parameter> sized) {
    for (Parameter each : sized) {
      if (isGiven(each)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isGiven(Parameter sized) {
    return sized.direction() != Direction.OUT;
  }

  private List<Parameter> sized(Parameter count) {
    List<Parameter> sized = new ArrayList<>();
    for (Parameter each : method.parameters()) {
      if (each.sizeIs().isPresent() && each.sizeIs().get().equals(count.name())) {
        sized.add(each);
      }
    }
    return sized;
  }
}
