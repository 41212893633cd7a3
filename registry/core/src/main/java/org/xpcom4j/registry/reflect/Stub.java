package org.xpcom4j.registry.reflect;

import static org.xpcom4j.result.Nsresult.NS_ERROR_ILLEGAL_VALUE;
import static org.xpcom4j.result.Nsresult.NS_ERROR_UNEXPECTED;

import java.lang.invoke.MethodHandle;
import java.lang.reflect.Method;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xpcom4j.interfaces.nsISupports;
import org.xpcom4j.metadata.Interfaces;
import org.xpcom4j.result.XpcomException;

/**
 * An object that implements an interface by handing each call to one handler: how an object of
 * another language looks in Java. It may be used from any thread that its handler is ready for.
 */
public abstract class Stub implements nsISupports {

  private static final ClassValue<MethodHandle> CONSTRUCTORS =
      new ClassValue<>() {
        @Override
        protected MethodHandle computeValue(Class<?> type) {
          return StubWriter.make(InterfaceInfo.of(type.asSubclass(nsISupports.class)));
        }
      };

  private final InterfaceInfo info;
  private final Handler handler;

  /**
   * Called by the classes that are made.
   *
   * @param info what is known of the interface
   * @param handler answers all calls
   */
  protected Stub(InterfaceInfo info, Handler handler) {
    this.info = info;
    this.handler = handler;
  }

  /** Answers the calls of one stub. */
  @FunctionalInterface
  public interface Handler {

    /**
     * Answers a call. What it throws passes to the caller unchanged.
     *
     * @param method the method
     * @param args its arguments as in Java; those that come back are arrays of one
     * @return what the method returns, null if nothing
     * @throws XpcomException as the method may
     */
    @Nullable Object invoke(MethodInfo method, @Nullable Object[] args);

    /**
     * Answers {@code queryInterface}. Unless another answer is given, the stub has its interface and
     * those that it is derived from.
     *
     * @param stub the stub that is asked
     * @param iid the wanted interface
     * @return the stub or another object, never null
     * @throws XpcomException {@code NS_ERROR_NO_INTERFACE} if it has no such interface
     */
    default nsISupports queryInterface(Stub stub, UUID iid) {
      return Interfaces.query(stub, iid);
    }
  }

  /**
   * Makes an object that implements an interface.
   *
   * @param <T> the interface
   * @param type the interface, made from scriptable IDL
   * @param handler answers all calls
   * @return a new object
   * @throws XpcomException as {@link InterfaceInfo#of}; {@code NS_ERROR_ILLEGAL_VALUE} if the
   *     interface is not accessible or the handler is null
   */
  public static <T extends nsISupports> T implement(Class<T> type, Handler handler) {
    InterfaceInfo info = InterfaceInfo.of(type);
    if (handler == null) {
      throw new XpcomException(NS_ERROR_ILLEGAL_VALUE, "handler is null");
    }
    try {
      return type.cast(CONSTRUCTORS.get(type).invoke(info, handler));
    } catch (RuntimeException | Error failure) {
      throw failure;
    } catch (Throwable impossible) {
      throw new LinkageError(type.getName(), impossible);
    }
  }

  @Override
  public final nsISupports queryInterface(UUID uuid) {
    return handler.queryInterface(this, uuid);
  }

  /**
   * Hands a call on.
   *
   * @param index the method's place in the vtable
   * @param args its arguments
   * @return what the handler answered, of the type that the method returns
   */
  protected final @Nullable Object call(int index, @Nullable Object[] args) {
    MethodInfo method = info.method(index);
    Object answer = handler.invoke(method, args);
    Method java = method.javaMethod();
    Class<?> wanted = java == null ? void.class : java.getReturnType();
    boolean fits =
        answer == null ? !wanted.isPrimitive() || wanted == void.class : isOf(wanted, answer);
    if (!fits) {
      throw new XpcomException(
          NS_ERROR_UNEXPECTED,
          String.format(
              "the handler of %s.%s answered %s, expected %s",
              info.getName(),
              method.name(),
              answer == null ? "null" : answer.getClass().getTypeName(),
              wanted.getTypeName()));
    }
    return answer;
  }

  /** What a method without a result answers is dropped. */
  private static boolean isOf(Class<?> wanted, Object answer) {
    return wanted == void.class || Boxes.box(wanted).isInstance(answer);
  }

  @Override
  public String toString() {
    return "stub of " + info.getName() + " by " + handler;
  }
}
