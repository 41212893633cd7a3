package org.xpcom4j.idl.typelib;

/** Where things stand in a typelib, and how long they are. */
final class Layout {
  /** What every typelib begins with. */
  static final String MAGIC = "XPCOM\nTypeLib\r\n\u001a";

  static final int MAJOR_VERSION = 1;
  static final int MINOR_VERSION = 2;
  static final int HEADER_SIZE = 32;

  /** The only annotation that compilers write: the last, and empty. */
  static final int NO_ANNOTATION = 0x80;

  /**
   * What headers say, counted from 0. The first reader ever took it for a number counted from 1, as
   * offsets in the pool are, so the directory really begins one byte earlier.
   */
  static final int DIRECTORY_OFFSET = 36;

  static final int DIRECTORY_ENTRY_SIZE = 28;

  /** Parent, counts of methods and constants, flags. */
  static final int LEAST_DESCRIPTOR_SIZE = 7;

  /** Flags, name, count of parameters, result. */
  static final int LEAST_METHOD_SIZE = 8;

  /** Flags and type. */
  static final int LEAST_PARAMETER_SIZE = 2;

  /** Name, type, value of 16 bits. */
  static final int LEAST_CONSTANT_SIZE = 7;

  static final int POINTER_BIT = 0x80;
  static final int REFERENCE_BIT = 0x20;
  static final int TAG_BITS = 0x1F;

  private Layout() {}
}
