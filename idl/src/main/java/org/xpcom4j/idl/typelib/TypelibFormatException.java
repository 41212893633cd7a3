package org.xpcom4j.idl.typelib;

/** Bytes that are no typelib, or one that contradicts itself. */
public final class TypelibFormatException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int offset;

  TypelibFormatException(int offset, String sentence) {
    super(String.format("byte %d (0x%X): %s", offset, offset, sentence));
    this.offset = offset;
  }

  /** {@return where in the file the offending value begins, counted from 0} */
  public int offset() {
    return offset;
  }
}
