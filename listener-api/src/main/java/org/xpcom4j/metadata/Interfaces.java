package org.xpcom4j.metadata;

import static org.xpcom4j.result.Nsresult.NS_ERROR_ILLEGAL_VALUE;
import static org.xpcom4j.result.Nsresult.NS_ERROR_NO_INTERFACE;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xpcom4j.interfaces.nsISupports;
import org.xpcom4j.result.XpcomException;

/**
 * Interface IDs of Java interfaces, and the default {@code queryInterface}. All methods may be
 * called from any thread; what they learn about a class is kept as long as the class itself.
 */
public final class Interfaces {

  private static final ClassValue<UUID> IIDS =
      new ClassValue<>() {
        @Override
        protected UUID computeValue(Class<?> type) {
          XpInterface declared = type.getAnnotation(XpInterface.class);
          if (declared == null) {
            throw new XpcomException(
                NS_ERROR_ILLEGAL_VALUE, type.getName() + " has no IID: it is not made from IDL");
          }
          return parseId(declared.iid());
        }
      };

  private static final ClassValue<Set<UUID>> IMPLEMENTED =
      new ClassValue<>() {
        @Override
        protected Set<UUID> computeValue(Class<?> type) {
          var iids = new HashSet<UUID>();
          collect(type, iids);
          return Set.copyOf(iids);
        }
      };

  private Interfaces() {}

  /**
   * Returns the ID of an interface made from IDL.
   *
   * @param type the Java interface
   * @return its IID, the same object on every call
   * @throws XpcomException {@code NS_ERROR_ILLEGAL_VALUE} if the type is null or carries no {@link
   *     XpInterface}
   */
  public static UUID iid(Class<?> type) {
    return IIDS.get(present(type, "interface"));
  }

  /**
   * Reads an IID or CID: 8, 4, 4, 4 and 12 hexadecimal digits of any case with hyphens between
   * them, in braces or without.
   *
   * @param text the ID, without white space
   * @return its value
   * @throws XpcomException {@code NS_ERROR_ILLEGAL_VALUE} with the position of the mistake
   */
  public static UUID parseId(String text) {
    return IdText.parse(present(text, "ID"));
  }

  /**
   * Answers as {@code queryInterface} does by default: with the object itself for each interface
   * that its class implements.
   *
   * @param self the object that was asked
   * @param iid the wanted interface
   * @return {@code self}
   * @throws XpcomException {@code NS_ERROR_NO_INTERFACE} if the class does not implement it; {@code
   *     NS_ERROR_ILLEGAL_VALUE} if an argument is null
   */
  public static nsISupports query(nsISupports self, UUID iid) {
    if (IMPLEMENTED.get(present(self, "object").getClass()).contains(present(iid, "IID"))) {
      return self;
    }
    throw new XpcomException(
        NS_ERROR_NO_INTERFACE, self.getClass().getName() + " does not implement {" + iid + "}");
  }

  /**
   * Asks an object for an interface through its own {@code queryInterface}, which may answer with
   * another object.
   *
   * @param <T> the wanted interface
   * @param object the object to ask
   * @param type the wanted interface
   * @return the answer
   * @throws XpcomException {@code NS_ERROR_NO_INTERFACE} if the object does not have it; {@code
   *     NS_ERROR_ILLEGAL_VALUE} if an argument is null or the type is not made from IDL
   */
  public static <T extends nsISupports> T query(nsISupports object, Class<T> type) {
    T answer = cast(present(object, "object").queryInterface(iid(type)), type);
    if (answer == null) {
      throw new XpcomException(
          NS_ERROR_NO_INTERFACE,
          object.getClass().getName() + ".queryInterface answered null for " + type.getName());
    }
    return answer;
  }

  /**
   * Narrows the result of a method that was told an IID, such as {@code getInterface}.
   *
   * @param <T> the interface that the IID stands for
   * @param object the result; null stays null
   * @param type the interface that the IID stands for
   * @return the same object, null for null
   * @throws XpcomException {@code NS_ERROR_NO_INTERFACE} if the object is no instance of it, so that
   *     a component which breaks its promise is named
   */
  public static <T> @Nullable T cast(@Nullable nsISupports object, Class<T> type) {
    if (object != null && !type.isInstance(object)) {
      throw new XpcomException(
          NS_ERROR_NO_INTERFACE,
          object.getClass().getName() + " was given as " + type.getName() + " but is none");
    }
    return type.cast(object);
  }

  /**
   * Tells the length of arrays that share one count, for the generated methods that leave it out.
   *
   * @param first the length of the first array
   * @param others the lengths of the others
   * @return the length of all
   * @throws XpcomException {@code NS_ERROR_ILLEGAL_VALUE} if they differ
   */
  public static long sameLength(int first, int... others) {
    for (int other : others) {
      if (other != first) {
        throw new XpcomException(
            NS_ERROR_ILLEGAL_VALUE,
            "arrays that share one count have " + first + " and " + other + " elements");
      }
    }
    return first;
  }

  private static void collect(Class<?> type, Set<UUID> iids) {
    if (type.isAnnotationPresent(XpInterface.class)) {
      iids.add(iid(type));
    }
    for (Class<?> base : type.getInterfaces()) {
      collect(base, iids);
    }
    if (type.getSuperclass() != null) {
      collect(type.getSuperclass(), iids);
    }
  }

  /** Guards the border to generated code and to callers that know nothing of null annotations. */
  private static <T> T present(@Nullable T argument, String what) {
    if (argument == null) {
      throw new XpcomException(NS_ERROR_ILLEGAL_VALUE, what + " is null");
    }
    return argument;
  }
}
