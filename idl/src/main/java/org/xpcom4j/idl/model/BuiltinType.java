package org.xpcom4j.idl.model;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The types that need no declaration. */
public enum BuiltinType implements IdlType {
  /** No value. */
  VOID("void"),
  /** True or false. */
  BOOLEAN("boolean"),
  /** 8 bits, unsigned. */
  OCTET("octet"),
  /** 16 bits. */
  SHORT("short", true, 16),
  /** 32 bits. */
  LONG("long", true, 32),
  /** 64 bits. */
  LONG_LONG("long long"),
  /** 16 bits, unsigned. */
  UNSIGNED_SHORT("unsigned short", false, 16),
  /** 32 bits, unsigned. */
  UNSIGNED_LONG("unsigned long", false, 32),
  /** 64 bits, unsigned. */
  UNSIGNED_LONG_LONG("unsigned long long"),
  /** 32 bits, floating point. */
  FLOAT("float"),
  /** 64 bits, floating point. */
  DOUBLE("double"),
  /** One byte of text. */
  CHAR("char"),
  /** One UTF-16 unit of text. */
  WCHAR("wchar"),
  /** Zero-terminated bytes. */
  STRING("string"),
  /** Zero-terminated UTF-16. */
  WSTRING("wstring");

  private static final Map<String, Optional<BuiltinType>> BY_NAME = new HashMap<>();

  static {
    for (BuiltinType type : values()) {
      BY_NAME.put(type.idlName, Optional.of(type));
    }
  }

  private final String idlName;
  private final BigInteger least;
  private final BigInteger greatest;
  private final boolean canBeConstant;

  BuiltinType(String idlName) {
    this.idlName = idlName;
    this.least = BigInteger.ZERO;
    this.greatest = BigInteger.ZERO;
    this.canBeConstant = false;
  }

  BuiltinType(String idlName, boolean isSigned, int bits) {
    this.idlName = idlName;
    this.least = isSigned ? BigInteger.TWO.pow(bits - 1).negate() : BigInteger.ZERO;
    this.greatest = BigInteger.TWO.pow(isSigned ? bits - 1 : bits).subtract(BigInteger.ONE);
    this.canBeConstant = true;
  }

  /**
   * Finds a type by its name.
   *
   * @param name the name, with single spaces
   * @return the type, if the name is built in
   */
  public static Optional<BuiltinType> find(String name) {
    return BY_NAME.getOrDefault(name, Optional.empty());
  }

  /** {@return the names of all built-in types} */
  public static List<String> names() {
    return Arrays.stream(values()).map(type -> type.idlName).toList();
  }

  @Override
  public String idlName() {
    return idlName;
  }

  /** {@return whether constants may have this type} */
  public boolean canBeConstant() {
    return canBeConstant;
  }

  /** {@return the least value of a constant} */
  public BigInteger least() {
    return least;
  }

  /** {@return the greatest value of a constant} */
  public BigInteger greatest() {
    return greatest;
  }

  @Override
  public IdlType underlying() {
    return this;
  }
}
