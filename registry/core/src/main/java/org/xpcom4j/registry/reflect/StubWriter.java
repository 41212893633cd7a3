package org.xpcom4j.registry.reflect;

import java.lang.invoke.MethodHandle;
import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Writes the class of the stubs of an interface: each method collects its arguments and calls. */
final class StubWriter {

  private static final String BASE = Type.getInternalName(Stub.class);
  private static final String CONSTRUCTOR =
      Type.getMethodDescriptor(
          Type.VOID_TYPE, Type.getType(InterfaceInfo.class), Type.getType(Stub.Handler.class));
  private static final String CALL =
      Type.getMethodDescriptor(
          Type.getType(Object.class), Type.INT_TYPE, Type.getType(Object[].class));
  private final ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
  private final Set<String> written = new HashSet<>();

  private StubWriter() {}

  static MethodHandle make(InterfaceInfo info) {
    String name = MadeClasses.PACKAGE + "." + info.getName() + "Stub";
    byte[] code = new StubWriter().write(name.replace('.', '/'), info);
    return MadeClasses.constructor(
        info.type(), name, code, InterfaceInfo.class, Stub.Handler.class);
  }

  private byte[] write(String name, InterfaceInfo info) {
    writer.visit(
        Opcodes.V17,
        Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL,
        name,
        null,
        BASE,
        new String[] {Type.getInternalName(info.type())});
    writeConstructor(writer.visitMethod(Opcodes.ACC_PUBLIC, "<init>", CONSTRUCTOR, null, null));
    for (Method inherited : Stub.class.getMethods()) {
      written.add(key(inherited)); // queryInterface is the base class's own
    }
    for (MethodInfo method : info.methods()) {
      if (method.javaMethod() != null && written.add(key(method.javaMethod()))) {
        writeMethod(method.javaMethod(), method.index());
      }
    }
    writer.visitEnd();
    return writer.toByteArray();
  }

  private static String key(Method method) {
    return method.getName() + Type.getMethodDescriptor(method);
  }

  private static void writeConstructor(MethodVisitor code) {
    code.visitCode();
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitVarInsn(Opcodes.ALOAD, 1);
    code.visitVarInsn(Opcodes.ALOAD, 2);
    code.visitMethodInsn(Opcodes.INVOKESPECIAL, BASE, "<init>", CONSTRUCTOR, false);
    code.visitInsn(Opcodes.RETURN);
    code.visitMaxs(0, 0);
    code.visitEnd();
  }

  private void writeMethod(Method method, int index) {
    MethodVisitor code = begin(method);
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitIntInsn(Opcodes.SIPUSH, index);
    Class<?>[] types = method.getParameterTypes();
    code.visitIntInsn(Opcodes.SIPUSH, types.length);
    code.visitTypeInsn(Opcodes.ANEWARRAY, "java/lang/Object");
    int local = 1;
    for (int i = 0; i < types.length; i++) {
      Type type = Type.getType(types[i]);
      code.visitInsn(Opcodes.DUP);
      code.visitIntInsn(Opcodes.SIPUSH, i);
      code.visitVarInsn(type.getOpcode(Opcodes.ILOAD), local);
      Boxes.writeBoxing(code, types[i]);
      code.visitInsn(Opcodes.AASTORE);
      local += type.getSize();
    }
    code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, BASE, "call", CALL, false);
    Boxes.writeUnboxing(code, method.getReturnType());
    code.visitInsn(Type.getType(method.getReturnType()).getOpcode(Opcodes.IRETURN));
    end(code);
  }

  private MethodVisitor begin(Method method) {
    MethodVisitor code =
        writer.visitMethod(
            Opcodes.ACC_PUBLIC, method.getName(), Type.getMethodDescriptor(method), null, null);
    code.visitCode();
    return code;
  }

  private static void end(MethodVisitor code) {
    code.visitMaxs(0, 0);
    code.visitEnd();
  }
}
