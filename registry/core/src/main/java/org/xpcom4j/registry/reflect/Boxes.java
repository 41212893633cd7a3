package org.xpcom4j.registry.reflect;

import java.lang.invoke.MethodType;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Primitive values as objects, and back. */
final class Boxes {

  private Boxes() {}

  static Class<?> box(Class<?> type) {
    return MethodType.methodType(type).wrap().returnType();
  }

  /** Makes an object of the value on the stack, null of nothing. */
  static void writeBoxing(MethodVisitor code, Class<?> type) {
    if (type == void.class) {
      code.visitInsn(Opcodes.ACONST_NULL);
    } else if (type.isPrimitive()) {
      Type boxed = Type.getType(box(type));
      code.visitMethodInsn(
          Opcodes.INVOKESTATIC,
          boxed.getInternalName(),
          "valueOf",
          Type.getMethodDescriptor(boxed, Type.getType(type)),
          false);
    }
  }

  /** Makes a value of the object on the stack. */
  static void writeUnboxing(MethodVisitor code, Class<?> type) {
    if (type == void.class) {
      code.visitInsn(Opcodes.POP);
      return;
    }
    code.visitTypeInsn(Opcodes.CHECKCAST, Type.getInternalName(box(type)));
    if (type.isPrimitive()) {
      code.visitMethodInsn(
          Opcodes.INVOKEVIRTUAL,
          Type.getInternalName(box(type)),
          type.getName() + "Value",
          Type.getMethodDescriptor(Type.getType(type)),
          false);
    }
  }
}
