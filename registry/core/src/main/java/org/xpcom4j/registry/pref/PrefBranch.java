package org.xpcom4j.registry.pref;

import static org.xpcom4j.result.Nsresult.NS_ERROR_ILLEGAL_VALUE;
import static org.xpcom4j.result.Nsresult.NS_ERROR_INVALID_ARG;
import static org.xpcom4j.result.Nsresult.NS_ERROR_NOT_IMPLEMENTED;
import static org.xpcom4j.result.Nsresult.NS_ERROR_NO_INTERFACE;
import static org.xpcom4j.result.Nsresult.NS_ERROR_UNEXPECTED;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xpcom4j.interfaces.nsIObserver;
import org.xpcom4j.interfaces.nsIPrefBranch;
import org.xpcom4j.interfaces.nsISupports;
import org.xpcom4j.interfaces.nsISupportsString;
import org.xpcom4j.metadata.Interfaces;
import org.xpcom4j.registry.observer.ObserverReference;
import org.xpcom4j.registry.primitive.SupportsString;
import org.xpcom4j.result.XpcomException;

/**
 * The preferences whose names begin alike, seen from the user's side or from that of the defaults.
 *
 * <p>All methods may be called from any thread; reads take no lock. A null name is {@code
 * NS_ERROR_INVALID_ARG} everywhere. Observers are told on the thread that makes the change, after
 * it; what they throw is logged. A registered observer keeps its branch alive.
 */
public sealed class PrefBranch implements nsIPrefBranch permits Preferences {

  private static final Logger LOG = LoggerFactory.getLogger(Preferences.class);

  private static final int MAX_TEXT_BYTES = 1 << 20;
  private static final int LONG_TEXT_BYTES = 4096;

  /** Which values a branch reads and writes. */
  enum Side {
    /** Reads what counts; writes the user's values. */
    USER,
    /** Reads and writes defaults. */
    DEFAULT
  }

  private final PrefTable table;
  private final Side side;
  private final String root;

  PrefBranch(PrefTable table, Side side, String root) {
    this.table = table;
    this.side = side;
    this.root = root;
  }

  PrefTable table() {
    return table;
  }

  /**
   * {@inheritDoc}
   *
   * @return what this branch puts before names, empty for all preferences
   */
  @Override
  public String getRoot() {
    return root;
  }

  /**
   * {@inheritDoc}
   *
   * @param aPrefName the preference
   * @return one of the constants, {@code PREF_INVALID} if there is no such preference
   */
  @Override
  public int getPrefType(String aPrefName) {
    Pref pref = table.find(full(aPrefName));
    return pref == null ? PREF_INVALID : pref.type().code();
  }

  /**
   * Reads a boolean that must be there.
   *
   * @param aPrefName the preference
   * @return its value
   * @throws XpcomException {@code NS_ERROR_UNEXPECTED} if it has no value here or is no boolean
   */
  @Override
  public boolean getBoolPref(String aPrefName) {
    return get(aPrefName, PrefType.BOOL, Boolean.class);
  }

  /**
   * {@inheritDoc}
   *
   * @param aPrefName the preference
   * @param aDefaultValue the answer if it has no value here or is no boolean
   * @return its value
   */
  @Override
  public boolean getBoolPref(String aPrefName, boolean aDefaultValue) {
    Boolean value = find(aPrefName, Boolean.class);
    return value == null ? aDefaultValue : value;
  }

  /**
   * {@inheritDoc}
   *
   * @param aPrefName the preference
   * @param aValue its new value on this branch's side
   * @throws XpcomException {@code NS_ERROR_UNEXPECTED} if its default is of another type
   */
  @Override
  public void setBoolPref(String aPrefName, boolean aValue) {
    set(aPrefName, aValue);
  }

  /**
   * Reads a number that must be there, as text that {@link Float#parseFloat} understands.
   *
   * @param aPrefName the preference
   * @return its value
   * @throws XpcomException {@code NS_ERROR_UNEXPECTED} if it has no value here or is no such text
   */
  @Override
  public float getFloatPref(String aPrefName) {
    String text = getCharPref(aPrefName);
    try {
      return Float.parseFloat(text);
    } catch (NumberFormatException notANumber) {
      throw new XpcomException(
          NS_ERROR_UNEXPECTED,
          "preference \"" + full(aPrefName) + "\" is no number: \"" + text + "\"",
          notANumber);
    }
  }

  /**
   * {@inheritDoc}
   *
   * @param aPrefName the preference
   * @param aDefaultValue the answer if it has no value here or is no text for a number
   * @return its value
   */
  @Override
  public float getFloatPref(String aPrefName, float aDefaultValue) {
    String text = find(aPrefName, String.class);
    try {
      return text == null ? aDefaultValue : Float.parseFloat(text);
    } catch (NumberFormatException notANumber) {
      return aDefaultValue;
    }
  }

  /**
   * Reads a text that must be there.
   *
   * @param aPrefName the preference
   * @return its value
   * @throws XpcomException {@code NS_ERROR_UNEXPECTED} if it has no value here or is no text
   */
  @Override
  public String getCharPref(String aPrefName) {
    return get(aPrefName, PrefType.STRING, String.class);
  }

  /**
   * {@inheritDoc}
   *
   * @param aPrefName the preference
   * @param aDefaultValue the answer if it has no value here or is no text
   * @return its value
   * @throws XpcomException {@code NS_ERROR_INVALID_ARG} if the answer would be a null default
   */
  @Override
  public String getCharPref(String aPrefName, @Nullable String aDefaultValue) {
    String value = find(aPrefName, String.class);
    if (value != null) {
      return value;
    }
    return requireArgument(aDefaultValue, "default value");
  }

  /**
   * {@inheritDoc}
   *
   * @param aPrefName the preference
   * @param aValue its new value on this branch's side
   * @throws XpcomException {@code NS_ERROR_UNEXPECTED} if its default is of another type; {@code
   *     NS_ERROR_INVALID_ARG} for null; {@code NS_ERROR_ILLEGAL_VALUE} for more than 1 MiB of UTF-8
   */
  @Override
  public void setCharPref(String aPrefName, String aValue) {
    requireArgument(aValue, "value");
    requireSize(full(aPrefName), aValue);
    set(aPrefName, aValue);
  }

  private static void requireSize(String name, String text) {
    if (text.length() <= LONG_TEXT_BYTES / 3) {
      return; // a char is at most 3 bytes
    }
    int bytes = text.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > MAX_TEXT_BYTES) {
      throw new XpcomException(
          NS_ERROR_ILLEGAL_VALUE,
          "text for preference \"" + name + "\" has " + bytes + " bytes, over " + MAX_TEXT_BYTES);
    }
    if (bytes > LONG_TEXT_BYTES) {
      LOG.warn("preference \"{}\" is set to {} bytes: a file would be a better place", name, bytes);
    }
  }

  /**
   * Reads a whole number that must be there.
   *
   * @param aPrefName the preference
   * @return its value
   * @throws XpcomException {@code NS_ERROR_UNEXPECTED} if it has no value here or is no number
   */
  @Override
  public int getIntPref(String aPrefName) {
    return get(aPrefName, PrefType.INT, Integer.class);
  }

  /**
   * {@inheritDoc}
   *
   * @param aPrefName the preference
   * @param aDefaultValue the answer if it has no value here or is no number
   * @return its value
   */
  @Override
  public int getIntPref(String aPrefName, int aDefaultValue) {
    Integer value = find(aPrefName, Integer.class);
    return value == null ? aDefaultValue : value;
  }

  /**
   * {@inheritDoc}
   *
   * @param aPrefName the preference
   * @param aValue its new value on this branch's side
   * @throws XpcomException {@code NS_ERROR_UNEXPECTED} if its default is of another type
   */
  @Override
  public void setIntPref(String aPrefName, int aValue) {
    set(aPrefName, aValue);
  }

  /**
   * {@inheritDoc}
   *
   * @param aPrefName the preference
   * @param aType {@code nsISupportsString}; others need files, which this table has not
   * @return a new object that holds the text
   * @throws XpcomException {@code NS_ERROR_NO_INTERFACE} for another type; else as {@link
   *     #getCharPref(String)}
   */
  @Override
  public nsISupports getComplexValue(String aPrefName, UUID aType) {
    requireArgument(aPrefName, "name");
    requireString(aType);
    return new SupportsString(getCharPref(aPrefName));
  }

  /**
   * {@inheritDoc}
   *
   * @param aPrefName the preference
   * @param aType {@code nsISupportsString}
   * @param aValue an object that has this interface
   * @throws XpcomException {@code NS_ERROR_NO_INTERFACE} for another type, or an object without it;
   *     else as {@link #setCharPref}
   */
  @Override
  public void setComplexValue(String aPrefName, UUID aType, nsISupports aValue) {
    requireArgument(aPrefName, "name");
    requireString(aType);
    requireArgument(aValue, "value");
    setCharPref(aPrefName, Interfaces.query(aValue, nsISupportsString.class).getData());
  }

  private static void requireString(UUID type) {
    if (!requireArgument(type, "type").equals(Interfaces.iid(nsISupportsString.class))) {
      throw new XpcomException(
          NS_ERROR_NO_INTERFACE,
          "preferences hold complex values as nsISupportsString, not as {" + type + "}");
    }
  }

  /**
   * {@inheritDoc}
   *
   * @param aPrefName the preference; nothing happens if it has no user value
   */
  @Override
  public void clearUserPref(String aPrefName) {
    table.clearUser(full(aPrefName));
  }

  /**
   * {@inheritDoc}
   *
   * @param aPrefName the preference
   * @throws XpcomException {@code NS_ERROR_UNEXPECTED} if there is no such preference
   */
  @Override
  public void lockPref(String aPrefName) {
    table.setLocked(full(aPrefName), true);
  }

  /**
   * {@inheritDoc}
   *
   * @param aPrefName the preference
   * @return whether there is a user value, also if a lock hides it
   */
  @Override
  public boolean prefHasUserValue(String aPrefName) {
    Pref pref = table.find(full(aPrefName));
    return pref != null && pref.userValue() != null;
  }

  /**
   * {@inheritDoc}
   *
   * @param aPrefName the preference
   * @return whether it is locked; false if there is none
   */
  @Override
  public boolean prefIsLocked(String aPrefName) {
    Pref pref = table.find(full(aPrefName));
    return pref != null && pref.locked();
  }

  /**
   * {@inheritDoc}
   *
   * @param aPrefName the preference
   * @throws XpcomException {@code NS_ERROR_UNEXPECTED} if there is no such preference
   */
  @Override
  public void unlockPref(String aPrefName) {
    table.setLocked(full(aPrefName), false);
  }

  /**
   * {@inheritDoc}
   *
   * <p>Takes the name itself and those that go on with a dot; a single character is a mere prefix
   * and the empty string on the root branch takes everything. Observers are not told.
   *
   * @param aStartingAt the name
   */
  @Override
  public void deleteBranch(String aStartingAt) {
    table.deleteBranch(full(aStartingAt));
  }

  /**
   * {@inheritDoc}
   *
   * @param aStartingAt a prefix, which need not end at a dot
   * @param aCount receives the number of names; may be null
   * @return the names without this branch's root, sorted
   */
  @Override
  public String[] getChildList(String aStartingAt, long @Nullable [] aCount) {
    List<String> names = table.names(full(aStartingAt));
    if (aCount != null) {
      aCount[0] = names.size();
    }
    return names.stream().map(name -> name.substring(root.length())).toArray(String[]::new);
  }

  /**
   * {@inheritDoc}
   *
   * @param aStartingAt not used
   * @throws XpcomException {@code NS_ERROR_NOT_IMPLEMENTED} always, as in Gecko
   */
  @Override
  public void resetBranch(String aStartingAt) {
    throw new XpcomException(
        NS_ERROR_NOT_IMPLEMENTED, "resetBranch was never implemented; use clearUserPref");
  }

  /**
   * {@inheritDoc}
   *
   * @param aDomain a prefix of names, which need not end at a dot; empty for all on this branch
   * @param aObserver told {@code nsPref:changed}, this branch, and the name without its root
   * @param aHoldWeak whether to hold it through its weak reference
   * @throws XpcomException {@code NS_ERROR_INVALID_ARG} for null, or an observer that cannot be held
   *     weakly
   */
  @Override
  public void addObserver(String aDomain, nsIObserver aObserver, boolean aHoldWeak) {
    requireArgument(aDomain, "domain");
    requireArgument(aObserver, "observer");
    table.observers().add(this, aDomain, aObserver, reference(aObserver, aHoldWeak));
  }

  private static ObserverReference reference(nsIObserver observer, boolean weakly) {
    try {
      return ObserverReference.to(observer, weakly);
    } catch (XpcomException notWeak) {
      throw new XpcomException(
          NS_ERROR_INVALID_ARG,
          observer.getClass().getName() + " cannot be held weakly: it has no weak references",
          notWeak);
    }
  }

  /**
   * {@inheritDoc}
   *
   * @param aDomain as it was added
   * @param aObserver the observer; nothing happens if it was not added on this very branch
   * @throws XpcomException {@code NS_ERROR_INVALID_ARG} for null
   */
  @Override
  public void removeObserver(String aDomain, nsIObserver aObserver) {
    requireArgument(aDomain, "domain");
    requireArgument(aObserver, "observer");
    table.observers().remove(this, aDomain, aObserver);
  }

  private String full(String name) {
    return root.concat(requireArgument(name, "name"));
  }

  private <T> @Nullable T find(String name, Class<T> type) {
    Object value = read(table.find(full(name)));
    return type.isInstance(value) ? type.cast(value) : null;
  }

  private @Nullable Object read(@Nullable Pref pref) {
    if (pref == null) {
      return null;
    }
    return switch (side) {
      case USER -> pref.visible();
      case DEFAULT -> pref.defaultValue();
    };
  }

  private <T> T get(String name, PrefType type, Class<T> javaType) {
    Object value = read(table.find(full(name)));
    if (javaType.isInstance(value)) {
      return javaType.cast(value);
    }
    throw new XpcomException(
        NS_ERROR_UNEXPECTED,
        "preference \""
            + full(name)
            + "\" "
            + (value == null
                ? "has no value"
                : "is " + PrefType.of(value).words() + ", not " + type.words()));
  }

  private void set(String name, Object value) {
    switch (side) {
      case USER -> table.setUser(full(name), value);
      case DEFAULT -> table.setDefault(full(name), value);
    }
  }

  private static <T> T requireArgument(@Nullable T argument, String what) {
    if (argument == null) {
      throw new XpcomException(NS_ERROR_INVALID_ARG, what + " is null");
    }
    return argument;
  }
}
