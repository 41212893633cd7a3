package org.xpcom4j.idl.java;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;

/** What stands for an argument that is left out. */
final class Absent {
  private Absent() {}

  /** Zero, false or null, of exactly that type, so that no other overload fits better. */
  static CodeBlock value(TypeName type) {
    if (!type.isPrimitive()) {
      return CodeBlock.of("($T) null", type);
    }
    if (type.equals(TypeName.BOOLEAN)) {
      return CodeBlock.of("false");
    }
    if (type.equals(TypeName.INT)) {
      return CodeBlock.of("0");
    }
    if (type.equals(TypeName.LONG)) {
      return CodeBlock.of("0L");
    }
    if (type.equals(TypeName.FLOAT)) {
      return CodeBlock.of("0F");
    }
    return type.equals(TypeName.DOUBLE) ? CodeBlock.of("0D") : CodeBlock.of("($T) 0", type);
  }

  /** A place for what comes back and is not looked at. */
  static CodeBlock holder(ArrayTypeName type) {
    StringBuilder dimensions = new StringBuilder("[1]");
    TypeName element = type.componentType();
    while (element instanceof ArrayTypeName array) {
      dimensions.append("[]");
      element = array.componentType();
    }
    return CodeBlock.of("new $T$L", element, dimensions);
  }
}
