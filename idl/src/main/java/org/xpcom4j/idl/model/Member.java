package org.xpcom4j.idl.model;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.xpcom4j.idl.source.DocComment;
import org.xpcom4j.idl.source.Span;

/** What an interface consists of. */
public sealed interface Member
    permits RawText, CenumType, Member.Constant, Member.Attribute, Member.Method {
  /** {@return where it stands} */
  Span span();

  /**
   * A constant.
   *
   * @param name its name
   * @param type its type
   * @param value its value, within the range of the type
   * @param docs the doc comments above it
   * @param span where it stands
   */
  record Constant(String name, IdlType type, BigInteger value, List<DocComment> docs, Span span)
      implements Member {
    /**
     * Copies the list.
     *
     * @param name its name
     * @param type its type
     * @param value its value, within the range of the type
     * @param docs the doc comments above it
     * @param span where it stands
     */
    public Constant {
      docs = List.copyOf(docs);
    }
  }

  /**
   * A value that can be read, and perhaps written.
   *
   * @param name its name
   * @param type its type
   * @param isReadonly whether it cannot be written
   * @param flags what its attributes say
   * @param binaryName its name in C++, where it differs
   * @param docs the doc comments above it
   * @param span where it stands
   */
  record Attribute(
      String name,
      IdlType type,
      boolean isReadonly,
      Set<Flag> flags,
      Optional<String> binaryName,
      List<DocComment> docs,
      Span span)
      implements Member {
    /**
     * Copies the collections.
     *
     * @param name its name
     * @param type its type
     * @param isReadonly whether it cannot be written
     * @param flags what its attributes say
     * @param binaryName its name in C++, where it differs
     * @param docs the doc comments above it
     * @param span where it stands
     */
    public Attribute {
      flags = Set.copyOf(flags);
      docs = List.copyOf(docs);
    }
  }

  /**
   * A method.
   *
   * @param name its name
   * @param type what it returns
   * @param parameters what it takes and gives
   * @param flags what its attributes say
   * @param binaryName its name in C++, where it differs
   * @param raises the names of the exceptions it declares
   * @param docs the doc comments above it
   * @param span where it stands
   */
  record Method(
      String name,
      IdlType type,
      List<Parameter> parameters,
      Set<Flag> flags,
      Optional<String> binaryName,
      List<String> raises,
      List<DocComment> docs,
      Span span)
      implements Member {
    /**
     * Copies the collections.
     *
     * @param name its name
     * @param type what it returns
     * @param parameters what it takes and gives
     * @param flags what its attributes say
     * @param binaryName its name in C++, where it differs
     * @param raises the names of the exceptions it declares
     * @param docs the doc comments above it
     * @param span where it stands
     */
    public Method {
      parameters = List.copyOf(parameters);
      flags = Set.copyOf(flags);
      raises = List.copyOf(raises);
      docs = List.copyOf(docs);
    }
  }

  /** What the attributes of an attribute or a method say. */
  enum Flag {
    /** Other languages do not see it. */
    NOSCRIPT,
    /** It returns its type itself and no nsresult. */
    NOTXPCOM,
    /** It is passed the context of the script. */
    IMPLICIT_JSCONTEXT,
    /** It is told how many optional arguments there are. */
    OPTIONAL_ARGC,
    /** It should not be used any more. */
    DEPRECATED,
    /** It is a plain C++ virtual method. */
    NOSTDCALL,
    /** Its result has to be looked at. */
    MUST_USE,
    /** It never fails. */
    INFALLIBLE,
    /** Scripts call it by a well-known symbol and not by its name. */
    SYMBOL,
    /** It may run scripts before it returns. */
    CAN_RUN_SCRIPT
  }
}
