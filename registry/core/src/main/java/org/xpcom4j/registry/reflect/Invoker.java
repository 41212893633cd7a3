package org.xpcom4j.registry.reflect;

import static org.xpcom4j.result.Nsresult.NS_ERROR_ILLEGAL_VALUE;
import static org.xpcom4j.result.Nsresult.NS_ERROR_NOT_IMPLEMENTED;
import static org.xpcom4j.result.Nsresult.NS_ERROR_NO_INTERFACE;

import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;
import org.xpcom4j.interfaces.nsISupports;
import org.xpcom4j.result.XpcomException;

/**
 * Calls the methods of an interface by their numbers. Immutable; one for each interface, kept as
 * long as the interface's class.
 */
public abstract class Invoker {

  private static final ClassValue<Invoker> INVOKERS =
      new ClassValue<>() {
        @Override
        protected Invoker computeValue(Class<?> type) {
          return InvokerWriter.make(InterfaceInfo.of(type.asSubclass(nsISupports.class)));
        }
      };

  private final InterfaceInfo info;
  private final @Nullable Class<?>[][] parameters;

  /**
   * Called by the classes that are made.
   *
   * @param info what is known of the interface
   */
  protected Invoker(InterfaceInfo info) {
    this.info = info;
    this.parameters =
        info.methods().stream()
            .map(method -> method.javaMethod() == null ? null : boxed(method.javaMethod()))
            .toArray(Class<?>[][]::new);
  }

  /**
   * Finds the invoker of an interface.
   *
   * @param type the Java interface, made from scriptable IDL
   * @return the same object each time
   * @throws XpcomException as {@link InterfaceInfo#of}; {@code NS_ERROR_ILLEGAL_VALUE} if the
   *     interface is not accessible
   */
  public static Invoker of(Class<? extends nsISupports> type) {
    InterfaceInfo.of(type);
    return INVOKERS.get(type);
  }

  private static Class<?>[] boxed(Method method) {
    Class<?>[] types = method.getParameterTypes();
    for (int i = 0; i < types.length; i++) {
      types[i] = Boxes.box(types[i]);
    }
    return types;
  }

  /**
   * Calls a method. What it throws passes unchanged.
   *
   * @param object the object, an instance of the Java interface
   * @param methodIndex the method's place in the vtable
   * @param args its arguments as in Java; those that come back are arrays of one
   * @return what it returns, null if nothing
   * @throws XpcomException {@code NS_ERROR_ILLEGAL_VALUE} if there is no such method, or an argument
   *     is missing, too much or of another type; {@code NS_ERROR_NO_INTERFACE} if the object is none;
   *     {@code NS_ERROR_NOT_IMPLEMENTED} if only native code may call the method
   */
  public final @Nullable Object invoke(
      nsISupports object, int methodIndex, @Nullable Object... args) {
    MethodInfo method = info.method(methodIndex);
    if (!info.type().isInstance(object)) {
      throw new XpcomException(
          NS_ERROR_NO_INTERFACE,
          (object == null ? "null" : object.getClass().getName()) + " is no " + info.getName());
    }
    Class<?>[] wanted = parameters[methodIndex];
    if (wanted == null) {
      throw new XpcomException(
          NS_ERROR_NOT_IMPLEMENTED, name(method) + " is for native code: Java has no such method");
    }
    check(method, wanted, args);
    return call(object, methodIndex, args);
  }

  /**
   * Calls a method whose arguments are checked.
   *
   * @param object an instance of the interface
   * @param methodIndex a method that Java has
   * @param args its arguments
   * @return what it returns
   */
  protected abstract @Nullable Object call(
      nsISupports object, int methodIndex, @Nullable Object[] args);

  private void check(MethodInfo method, Class<?>[] wanted, @Nullable Object[] args) {
    if (args.length != wanted.length) {
      throw new XpcomException(
          NS_ERROR_ILLEGAL_VALUE,
          name(method) + " takes " + wanted.length + " arguments, not " + args.length);
    }
    for (int i = 0; i < wanted.length; i++) {
      Object arg = args[i];
      if (arg == null ? isPrimitive(method, i) : !wanted[i].isInstance(arg)) {
        throw new XpcomException(
            NS_ERROR_ILLEGAL_VALUE,
            String.format(
                "argument %d of %s is %s, expected %s",
                i,
                name(method),
                arg == null ? "null" : arg.getClass().getTypeName(),
                wanted[i].getTypeName()));
      }
    }
  }

  private static boolean isPrimitive(MethodInfo method, int parameter) {
    Method java = method.javaMethod();
    return java != null && java.getParameterTypes()[parameter].isPrimitive();
  }

  private String name(MethodInfo method) {
    return info.getName() + "." + method.name();
  }
}
