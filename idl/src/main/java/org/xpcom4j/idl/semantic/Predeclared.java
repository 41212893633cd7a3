package org.xpcom4j.idl.semantic;

import java.util.List;
import java.util.Map;
import org.xpcom4j.idl.model.BuiltinType;
import org.xpcom4j.idl.model.NativeType;
import org.xpcom4j.idl.model.NativeType.Indirection;
import org.xpcom4j.idl.model.NativeType.Meaning;
import org.xpcom4j.idl.model.Typedef;
import org.xpcom4j.idl.source.SourceText;
import org.xpcom4j.idl.source.Span;

/** Types that files use without a declaration; one of their own has precedence. */
final class Predeclared {
  private static final Span NOWHERE = new Span(new SourceText("", "predeclared", ""), 0, 0);

  /** By name. */
  static final Map<String, Known> TYPES =
      Map.of(
          "Promise",
          Known.type(
              new NativeType(
                  "Promise",
                  "mozilla::dom::Promise",
                  Indirection.PTR,
                  Meaning.PROMISE,
                  List.of(),
                  NOWHERE),
              NOWHERE),
          "MozExternalRefCountType",
          Known.type(
              new Typedef("MozExternalRefCountType", BuiltinType.UNSIGNED_LONG, List.of(), NOWHERE),
              NOWHERE));

  private Predeclared() {}
}
