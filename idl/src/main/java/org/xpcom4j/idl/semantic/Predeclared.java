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
          alias("MozExternalRefCountType", BuiltinType.UNSIGNED_LONG));

  /** A type that every root file declares, of whatever year. */
  static final String OF_EVERY_ROOT = "nsIDRef";

  /**
   * By name, what root files declared in earlier years, and leave to the compiler since. Without a
   * root file nobody knows them.
   */
  static final Map<String, Known> LEFT_OUT_BY_ROOT =
      Map.of(
          "uint8_t", alias("uint8_t", BuiltinType.OCTET),
          "int16_t", alias("int16_t", BuiltinType.SHORT),
          "uint16_t", alias("uint16_t", BuiltinType.UNSIGNED_SHORT),
          "char16_t", alias("char16_t", BuiltinType.UNSIGNED_SHORT),
          "int32_t", alias("int32_t", BuiltinType.LONG),
          "uint32_t", alias("uint32_t", BuiltinType.UNSIGNED_LONG),
          "int64_t", alias("int64_t", BuiltinType.LONG_LONG),
          "uint64_t", alias("uint64_t", BuiltinType.UNSIGNED_LONG_LONG),
          "nsresult", alias("nsresult", BuiltinType.UNSIGNED_LONG));

  private Predeclared() {}

  private static Known alias(String name, BuiltinType type) {
    return Known.type(new Typedef(name, type, List.of(), NOWHERE), NOWHERE);
  }
}
