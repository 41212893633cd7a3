package org.xpcom4j.idl.semantic;

import java.util.Optional;
import org.xpcom4j.idl.model.IdlType;
import org.xpcom4j.idl.model.InterfaceDefinition;
import org.xpcom4j.idl.model.InterfaceType;
import org.xpcom4j.idl.model.NativeType;
import org.xpcom4j.idl.model.Production;
import org.xpcom4j.idl.model.Typedef;
import org.xpcom4j.idl.model.WebIdlType;
import org.xpcom4j.idl.source.Span;

/**
 * What a name stands for in a file.
 *
 * @param type the type that it names; none if its declaration had errors
 * @param definition the interface, if its body was seen
 * @param span where it is declared
 */
record Known(Optional<IdlType> type, Optional<InterfaceDefinition> definition, Span span) {
  static Known type(IdlType type, Span span) {
    return new Known(Optional.of(type), Optional.empty(), span);
  }

  static Known forward(Production.Forward forward) {
    return type(new InterfaceType(forward.name(), Optional.empty()), forward.span());
  }

  static Known definition(InterfaceDefinition definition) {
    IdlType type = new InterfaceType(definition.name(), Optional.of(definition.span().source()));
    return new Known(Optional.of(type), Optional.of(definition), definition.span());
  }

  /** A declaration with an error: uses of its name are no errors of their own. */
  static Known broken(Span span) {
    return new Known(Optional.empty(), Optional.empty(), span);
  }

  boolean isBroken() {
    return type.isEmpty();
  }

  private boolean isForward() {
    return definition.isEmpty() && type.orElse(null) instanceof InterfaceType;
  }

  /** Which of two declarations of a name counts; none if they contradict each other. */
  static Optional<Known> choose(Known before, Known now) {
    if (now.isBroken()) {
      return Optional.of(before);
    }
    if (before.isBroken() || (before.isForward() && now.definition.isPresent())) {
      return Optional.of(now);
    }
    boolean keepsBefore =
        before.isSameAs(now) || (now.isForward() && before.definition.isPresent());
    return keepsBefore ? Optional.of(before) : Optional.empty();
  }

  /** Saying the same thing again is no error. */
  private boolean isSameAs(Known other) {
    IdlType one = type.orElse(null);
    IdlType two = other.type.orElse(null);
    if (one instanceof Typedef typedef && two instanceof Typedef again) {
      return typedef.target().equals(again.target());
    }
    if (one instanceof NativeType nativeType && two instanceof NativeType again) {
      return nativeType.text().equals(again.text())
          && nativeType.indirection() == again.indirection()
          && nativeType.meaning() == again.meaning();
    }
    if (one instanceof WebIdlType && two instanceof WebIdlType) {
      return true;
    }
    return (isForward() && other.isForward()) || span.equals(other.span);
  }
}
