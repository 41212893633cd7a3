package org.xpcom4j.idl.diagnostic;

/** The kinds of diagnostics. Their names last: people search for them and suppress them. */
public enum Tag {
  /** A character that no token begins with. */
  CHARACTER("xpidl.character"),
  /** A comment, block, string or list that is never closed. */
  UNTERMINATED("xpidl.unterminated"),
  /** A preprocessor line other than an include. */
  DIRECTIVE("xpidl.directive"),
  /** A raw block in a language other than C++. */
  RAW_BLOCK("xpidl.raw-block"),
  /** Tokens in an order that the grammar does not have. */
  SYNTAX("xpidl.syntax"),
  /** A file that is not there or cannot be read. */
  UNREADABLE("xpidl.unreadable"),
  /** A file that cannot be written. */
  UNWRITABLE("xpidl.unwritable"),
  /** A string where nothing looks at it. */
  LITERAL("xpidl.literal"),
  /** An included file that is nowhere. */
  INCLUDE("xpidl.include"),
  /** Files that include each other. */
  INCLUDE_CYCLE("xpidl.include-cycle"),
  /** A name that is declared twice. */
  DUPLICATE("xpidl.duplicate"),
  /** The name of a built-in type where a new name belongs. */
  BUILT_IN_NAME("xpidl.built-in-name"),
  /** A type that is not declared above its use. */
  UNKNOWN_TYPE("xpidl.unknown-type"),
  /** A typedef of a typedef of a typedef, without an end. */
  TYPEDEF("xpidl.typedef"),
  /** {@code void} where a value is needed. */
  VOID("xpidl.void"),
  /** A missing or malformed interface ID. */
  UUID("xpidl.uuid"),
  /** An extended attribute that does not exist here. */
  ATTRIBUTE("xpidl.attribute"),
  /** An extended attribute with a wrong, missing or needless value. */
  ATTRIBUTE_VALUE("xpidl.attribute-value"),
  /** Something that an interface cannot be derived from. */
  BASE("xpidl.base"),
  /** A forward declaration that says more than a name. */
  FORWARD("xpidl.forward"),
  /** A scriptable interface on a base that scripts cannot use. */
  SCRIPTABLE("xpidl.scriptable"),
  /** A function interface with more than one method. */
  FUNCTION("xpidl.function"),
  /** An interface with more entries than a vtable may have. */
  VTABLE("xpidl.vtable"),
  /** A constant of a wrong type, or without a value. */
  CONSTANT("xpidl.constant"),
  /** A constant that its type cannot hold. */
  CONSTANT_RANGE("xpidl.constant-range"),
  /** An enumeration of an impossible width. */
  CENUM("xpidl.cenum"),
  /** A result parameter that cannot be one. */
  RETVAL("xpidl.retval"),
  /** A length that is not a parameter, or not a number. */
  SIZE_IS("xpidl.size-is"),
  /** An interface ID that is not a parameter, or not an ID. */
  IID_IS("xpidl.iid-is"),
  /** An array without a length. */
  ARRAY("xpidl.array"),
  /** More of something than a typelib can count. */
  TYPELIB("xpidl.typelib"),
  /** A shared value that is not an out pointer. */
  SHARED("xpidl.shared"),
  /** Octets that are not an ACString. */
  OCTETS("xpidl.octets"),
  /** An infallible attribute that could fail. */
  INFALLIBLE("xpidl.infallible"),
  /** A native type with contradicting attributes. */
  NATIVE("xpidl.native"),
  /** A contract ID that is not one. */
  CONTRACT_ID("xpidl.contract-id"),
  /** A frozen interface that has changed or gone. */
  FROZEN("xpidl.frozen"),
  /** A freeze file that cannot be read. */
  FREEZE_FILE("xpidl.freeze-file"),
  /** Two members that C++ would give the same name. */
  CPP_NAME("xpidl.cpp-name"),
  /** A type that C++ cannot express. */
  CPP_TYPE("xpidl.cpp-type"),
  /** More than a method of Java can have. */
  JAVA_LIMIT("xpidl.java-limit"),
  /** A list of implementations with a line that does not have its columns. */
  IMPLEMENTATIONS("xpidl.implementations"),
  /** A file that is needed here and that the annotation does not name. */
  NOT_LISTED("xpidl.not-listed");

  private final String id;

  Tag(String id) {
    this.id = id;
  }

  /** {@return the word in brackets} */
  public String id() {
    return id;
  }
}
