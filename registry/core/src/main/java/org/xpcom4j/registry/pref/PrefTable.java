package org.xpcom4j.registry.pref;

import static org.xpcom4j.result.Nsresult.NS_ERROR_UNEXPECTED;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.xpcom4j.result.XpcomException;

/**
 * All preferences by full name. Reads take no lock; writes are one at a time, and observers are told
 * after the lock was left.
 */
final class PrefTable {

  private final Map<String, Pref> prefs = new ConcurrentHashMap<>();
  private final PrefObservers observers = new PrefObservers();
  private final Object lock = new Object();
  private volatile boolean dirty; // written under lock

  PrefObservers observers() {
    return observers;
  }

  @Nullable Pref find(String name) {
    return prefs.get(name);
  }

  /** A value equal to the default is not kept as the user's. */
  void setUser(String name, Object value) {
    changeVisible(
        name,
        old -> {
          if (old == null) {
            return Pref.ofUser(value);
          }
          requireTypeOfDefault(name, old, value);
          return old.choose(value);
        });
  }

  /** Takes a value from the user's file, also if it equals the default. */
  void readUser(String name, Object value) {
    changeVisible(
        name,
        old -> {
          if (old == null) {
            return Pref.ofUser(value);
          }
          requireTypeOfDefault(name, old, value);
          return old.withUser(value);
        });
  }

  /** Lets a default keep values of the user that are equal to it. */
  void setSticky(String name) {
    synchronized (lock) {
      Pref old = prefs.get(name);
      if (old != null && !old.locked()) {
        prefs.put(name, old.asSticky());
      }
    }
  }

  /** Whether a value of the user has changed since {@link #takeUserValues}. */
  boolean isDirty() {
    return dirty;
  }

  void setDirty(boolean now) {
    synchronized (lock) {
      dirty = now;
    }
  }

  /** The values of the user that a file should have, which from now on has them. */
  Map<String, Object> takeUserValues() {
    synchronized (lock) {
      dirty = false;
      Map<String, Object> values = new HashMap<>();
      prefs.forEach(
          (name, pref) -> {
            Object value = pref.worthSaving();
            if (value != null) {
              values.put(name, value);
            }
          });
      return values;
    }
  }

  /** Clears all values of the user, and tells the observers of each. */
  void clearUsers() {
    names("").forEach(this::clearUser);
  }

  /** Forgets everything without telling anybody. */
  void clear() {
    synchronized (lock) {
      prefs.clear();
    }
  }

  void setDefault(String name, Object value) {
    changeVisible(
        name,
        old -> {
          if (old == null) {
            return Pref.ofDefault(value);
          }
          if (old.locked()) {
            return old;
          }
          requireTypeOfDefault(name, old, value);
          return old.withDefault(value);
        });
  }

  private static void requireTypeOfDefault(String name, Pref pref, Object value) {
    if (pref.defaultValue() != null && pref.type() != PrefType.of(value)) {
      throw new XpcomException(
          NS_ERROR_UNEXPECTED,
          "preference \""
              + name
              + "\" is "
              + pref.type().words()
              + " by default and cannot become "
              + PrefType.of(value).words());
    }
  }

  private void changeVisible(String name, Change change) {
    boolean changed;
    synchronized (lock) {
      Pref old = prefs.get(name);
      Pref now = change.apply(old);
      prefs.put(name, now);
      dirty |= !Objects.equals(old == null ? null : old.userValue(), now.userValue());
      changed = !Objects.equals(old == null ? null : old.visible(), now.visible());
    }
    if (changed) {
      observers.tell(name);
    }
  }

  /** Tells the observers also if the preference is locked, as Gecko does. */
  void clearUser(String name) {
    synchronized (lock) {
      Pref old = prefs.get(name);
      if (old == null || old.userValue() == null) {
        return;
      }
      dirty = true;
      if (old.defaultValue() == null) {
        prefs.remove(name);
      } else {
        prefs.put(name, old.withUser(null));
      }
    }
    observers.tell(name);
  }

  void setLocked(String name, boolean locked) {
    synchronized (lock) {
      Pref old = prefs.get(name);
      if (old == null) {
        throw new XpcomException(NS_ERROR_UNEXPECTED, "there is no preference \"" + name + "\"");
      }
      if (old.locked() == locked) {
        return;
      }
      prefs.put(name, old.withLock(locked));
    }
    observers.tell(name);
  }

  /**
   * Removes a name and all that begin with it and a dot, without telling anybody. A start of one
   * character is a mere prefix, and an empty one takes everything: so Gecko does.
   */
  void deleteBranch(String start) {
    String prefix = start.length() <= 1 || start.endsWith(".") ? start : start + ".";
    String whole = prefix.endsWith(".") ? prefix.substring(0, prefix.length() - 1) : prefix;
    synchronized (lock) {
      dirty = true;
      prefs.keySet().removeIf(name -> name.startsWith(prefix) || name.equals(whole));
    }
  }

  /** The names that begin with a prefix, sorted. */
  List<String> names(String prefix) {
    return prefs.keySet().stream().filter(name -> name.startsWith(prefix)).sorted().toList();
  }

  /** Makes a preference's next state; the last is null if there was none. */
  @FunctionalInterface
  private interface Change {
    Pref apply(@Nullable Pref old);
  }
}
