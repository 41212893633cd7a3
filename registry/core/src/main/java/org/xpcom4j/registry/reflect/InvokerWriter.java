package org.xpcom4j.registry.reflect;

import java.lang.invoke.MethodHandle;
import java.lang.reflect.Method;
import java.util.List;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.xpcom4j.interfaces.nsISupports;

/** Writes the class of an invoker: one switch with an ordinary call for each method. */
final class InvokerWriter {

  private static final String BASE = Type.getInternalName(Invoker.class);
  private static final String CONSTRUCTOR =
      Type.getMethodDescriptor(Type.VOID_TYPE, Type.getType(InterfaceInfo.class));
  private static final String CALL =
      Type.getMethodDescriptor(
          Type.getType(Object.class),
          Type.getType(nsISupports.class),
          Type.INT_TYPE,
          Type.getType(Object[].class));

  private InvokerWriter() {}

  static Invoker make(InterfaceInfo info) {
    String name = MadeClasses.PACKAGE + "." + info.getName() + "Invoker";
    MethodHandle constructor =
        MadeClasses.constructor(
            info.type(), name, write(name.replace('.', '/'), info), InterfaceInfo.class);
    try {
      return (Invoker) constructor.invoke(info);
    } catch (RuntimeException | Error failure) {
      throw failure;
    } catch (Throwable impossible) {
      throw new LinkageError(name, impossible);
    }
  }

  private static byte[] write(String name, InterfaceInfo info) {
    var writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    writer.visit(
        Opcodes.V17, Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL, name, null, BASE, new String[0]);
    writeConstructor(writer.visitMethod(Opcodes.ACC_PUBLIC, "<init>", CONSTRUCTOR, null, null));
    writeCall(writer.visitMethod(Opcodes.ACC_PROTECTED, "call", CALL, null, null), info);
    writer.visitEnd();
    return writer.toByteArray();
  }

  private static void writeConstructor(MethodVisitor code) {
    code.visitCode();
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitVarInsn(Opcodes.ALOAD, 1);
    code.visitMethodInsn(Opcodes.INVOKESPECIAL, BASE, "<init>", CONSTRUCTOR, false);
    code.visitInsn(Opcodes.RETURN);
    code.visitMaxs(0, 0);
    code.visitEnd();
  }

  private static void writeCall(MethodVisitor code, InterfaceInfo info) {
    List<MethodInfo> methods = info.methods();
    var other = new Label();
    var cases = new Label[methods.size()];
    for (int i = 0; i < cases.length; i++) {
      cases[i] = methods.get(i).javaMethod() == null ? other : new Label();
    }
    code.visitCode();
    code.visitVarInsn(Opcodes.ILOAD, 2);
    code.visitTableSwitchInsn(0, cases.length - 1, other, cases);
    for (MethodInfo method : methods) {
      if (method.javaMethod() != null) {
        code.visitLabel(cases[method.index()]);
        code.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
        writeCase(code, method.javaMethod());
      }
    }
    code.visitLabel(other);
    code.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
    code.visitInsn(Opcodes.ACONST_NULL); // the base class lets nobody come here
    code.visitInsn(Opcodes.ARETURN);
    code.visitMaxs(0, 0);
    code.visitEnd();
  }

  private static void writeCase(MethodVisitor code, Method method) {
    String owner = Type.getInternalName(method.getDeclaringClass());
    code.visitVarInsn(Opcodes.ALOAD, 1);
    code.visitTypeInsn(Opcodes.CHECKCAST, owner);
    Class<?>[] types = method.getParameterTypes();
    for (int i = 0; i < types.length; i++) {
      code.visitVarInsn(Opcodes.ALOAD, 3);
      code.visitIntInsn(Opcodes.SIPUSH, i);
      code.visitInsn(Opcodes.AALOAD);
      Boxes.writeUnboxing(code, types[i]);
    }
    code.visitMethodInsn(
        Opcodes.INVOKEINTERFACE, owner, method.getName(), Type.getMethodDescriptor(method), true);
    Boxes.writeBoxing(code, method.getReturnType());
    code.visitInsn(Opcodes.ARETURN);
  }
}
