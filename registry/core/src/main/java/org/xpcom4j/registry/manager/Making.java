package org.xpcom4j.registry.manager;

import static org.xpcom4j.result.Nsresult.NS_ERROR_FACTORY_NOT_REGISTERED;
import static org.xpcom4j.result.Nsresult.NS_ERROR_FAILURE;
import static org.xpcom4j.result.Nsresult.NS_ERROR_NO_INTERFACE;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xpcom4j.interfaces.nsISupports;
import org.xpcom4j.metadata.Interfaces;
import org.xpcom4j.metadata.XpInterface;
import org.xpcom4j.mozilla.XPCOMException;
import org.xpcom4j.result.XpcomException;

/**
 * Calls factories and constructors, and says what went wrong with them.
 *
 * <p>What is wanted is a Java type or an IID. An object of a table that is an instance of the type is
 * what was asked for: its IID is looked up, and {@code queryInterface} called, only if it is not.
 */
final class Making {

  /** Written out: the annotation is slow to read, and the first look-up should not wait for it. */
  private static final UUID ANY_INTERFACE = Interfaces.parseId(nsISupports.NS_ISUPPORTS_IID);

  /** Java interfaces that are not made from IDL are asked for as nsISupports, and then narrowed. */
  private static final ClassValue<UUID> ASKED_FOR =
      new ClassValue<>() {
        @Override
        protected UUID computeValue(Class<?> type) {
          return type.isAnnotationPresent(XpInterface.class) ? Interfaces.iid(type) : ANY_INTERFACE;
        }
      };

  private Making() {}

  /** Makes an object that has the wanted interface. */
  static nsISupports make(Entry entry, Object askedAs, @Nullable nsISupports outer, Object wanted) {
    try {
      nsISupports made =
          entry.factory() instanceof TableFactory table
              ? table.make(outer, wanted)
              : entry.factory().createInstance(outer, iidOf(wanted));
      if (made != null) {
        return made;
      }
    } catch (XpcomException unchanged) {
      throw unchanged;
    } catch (XPCOMException ported) {
      throw new XpcomException(
          ported.errorcode, failure(entry, askedAs, "was not made: " + ported), ported);
    } catch (LinkageError now) {
      if (entry.isEvicted()) {
        throw goneMeanwhile(entry, askedAs, now);
      }
      LinkageError broken = BrokenClass.toTell(entry, now);
      throw new XpcomException(
          NS_ERROR_FACTORY_NOT_REGISTERED,
          failure(entry, askedAs, BrokenClass.describe(broken)),
          broken);
    } catch (RuntimeException thrown) {
      if (entry.isEvicted()) {
        throw goneMeanwhile(entry, askedAs, thrown);
      }
      throw new XpcomException(
          NS_ERROR_FAILURE, failure(entry, askedAs, "failed while it was made: " + thrown), thrown);
    }
    throw new XpcomException(
        NS_ERROR_FAILURE, failure(entry, askedAs, "was not made: its factory gave null"));
  }

  /** Whatever it stumbled over: the classes of a removed plug-in can no longer be loaded. */
  private static XpcomException goneMeanwhile(Entry entry, Object askedAs, Throwable thrown) {
    return new XpcomException(
        entry.goneResult(),
        failure(entry, askedAs, "was being made when its plug-in was removed"),
        thrown);
  }

  /** Asks an object that exists for the wanted interface. */
  static nsISupports query(nsISupports object, Object wanted) {
    if (isA(object, wanted)) {
      return object;
    }
    UUID iid = iidOf(wanted);
    nsISupports answer;
    try {
      answer = object.queryInterface(iid);
    } catch (XpcomException unchanged) {
      throw unchanged;
    } catch (RuntimeException thrown) {
      throw new XpcomException(
          NS_ERROR_FAILURE,
          object.getClass().getName() + ".queryInterface failed for {" + iid + "}: " + thrown,
          thrown);
    }
    if (answer == null) {
      throw new XpcomException(
          NS_ERROR_NO_INTERFACE, object.getClass().getName() + " has no interface {" + iid + "}");
    }
    return answer;
  }

  /** Whether an object is what is wanted without being asked. */
  static boolean isA(nsISupports object, Object wanted) {
    return wanted instanceof Class<?> type ? type.isInstance(object) : wanted.equals(ANY_INTERFACE);
  }

  static nsISupports narrow(nsISupports object, Class<?> type) {
    if (!type.isInstance(object)) {
      throw new XpcomException(
          NS_ERROR_NO_INTERFACE, object.getClass().getName() + " is no " + type.getName());
    }
    return object;
  }

  private static UUID iidOf(Object wanted) {
    return wanted instanceof Class<?> type ? ASKED_FOR.get(type) : (UUID) wanted;
  }

  static String failure(Entry entry, Object askedAs, String what) {
    return "component "
        + Creation.step(entry, askedAs)
        + " "
        + what
        + "\n  registered by: "
        + entry.source().origin();
  }
}
