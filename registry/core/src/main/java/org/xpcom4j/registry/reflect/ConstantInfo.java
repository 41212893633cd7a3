package org.xpcom4j.registry.reflect;

/**
 * A constant of an interface.
 *
 * @param name its name
 * @param tag its type: 16 or 32 bits, with or without sign
 * @param value its value
 */
public record ConstantInfo(String name, TypeTag tag, long value) {}
