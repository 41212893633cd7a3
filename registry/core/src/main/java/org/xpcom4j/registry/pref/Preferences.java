package org.xpcom4j.registry.pref;

import static org.xpcom4j.result.Nsresult.NS_ERROR_ILLEGAL_VALUE;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.xpcom4j.interfaces.nsIObserver;
import org.xpcom4j.interfaces.nsIObserverService;
import org.xpcom4j.interfaces.nsIPrefBranch;
import org.xpcom4j.interfaces.nsIPrefService;
import org.xpcom4j.interfaces.nsISupports;
import org.xpcom4j.interfaces.nsISupportsWeakReference;
import org.xpcom4j.interfaces.nsIWeakReference;
import org.xpcom4j.registry.XpcomOptions;
import org.xpcom4j.registry.component.Component;
import org.xpcom4j.registry.component.ContractId;
import org.xpcom4j.registry.component.Scope;
import org.xpcom4j.registry.data.JavaWeakReference;
import org.xpcom4j.registry.plugin.Forgetful;
import org.xpcom4j.result.XpcomException;

/**
 * The preferences of one registry: {@code @mozilla.org/preferences-service;1}, at once the branch
 * that holds everything. They live in memory, and in the file that {@link #readUserPrefs} names: it
 * is saved when {@code profile-before-change} or {@code suspend_process_notification} is told, and at
 * the end, if something has changed.
 */
@Component(
    cid = "{91ca2441-050f-4f7c-9df8-75b40ea40156}",
    contracts = {Preferences.SERVICE_CONTRACT, nsIPrefBranch.NS_PREFBRANCH_CONTRACTID},
    scope = Scope.SERVICE)
public final class Preferences extends PrefBranch
    implements nsIPrefService, nsIObserver, nsISupportsWeakReference, Forgetful, AutoCloseable {

  /** The contract ID of the service. */
  public static final String SERVICE_CONTRACT = nsIPrefService.NS_PREFSERVICE_CONTRACTID;

  /** What the name of a system property begins with that sets a preference. */
  public static final String PROPERTY_PREFIX = "xpcom4j.pref.";

  private static final String RESET_TOPIC = "prefservice:before-reset";
  private static final List<String> SAVING_TOPICS =
      List.of("profile-before-change", "suspend_process_notification");

  private final Map<String, ?> initial;
  private final @Nullable nsIObserverService observerService;
  private final UserPrefFile file = new UserPrefFile(table());
  private final PrefBranch defaults = defaultBranch("");
  private final nsIWeakReference weak = new JavaWeakReference(this);

  /**
   * Makes the preferences of a registry, with the system properties of the JVM.
   *
   * @param options how the registry was started
   * @param observers tells when to save
   */
  @Inject
  public Preferences(
      XpcomOptions options,
      @ContractId(nsIObserverService.NS_OBSERVERSERVICE_CONTRACTID) nsIObserverService observers) {
    this(options.preferences(), System.getProperties(), observers);
    SAVING_TOPICS.forEach(topic -> observers.addObserver(this, topic, true));
  }

  /**
   * Makes preferences with first values: the host's as defaults, and over them, as the user's, those
   * of system properties.
   *
   * <p>The text of a property is taken as the type that the default has; without a default {@code
   * true} and {@code false} are booleans, a whole number of 32 bits is a number, anything else is
   * text.
   *
   * @param initial the host's values: a {@code String}, {@code Integer} or {@code Boolean} by name
   * @param system properties; those whose name begins with {@code xpcom4j.pref.} count
   * @throws XpcomException {@code NS_ERROR_ILLEGAL_VALUE} for a value of another class, or a property
   *     whose text does not fit the default's type
   */
  public Preferences(Map<String, ?> initial, Properties system) {
    this(initial, system, null);
  }

  private Preferences(
      Map<String, ?> initial, Properties system, @Nullable nsIObserverService observerService) {
    super(new PrefTable(), Side.USER, "");
    this.initial = Map.copyOf(initial);
    this.observerService = observerService;
    setDefaults();
    for (String property : system.stringPropertyNames()) {
      if (property.startsWith(PROPERTY_PREFIX)) {
        String name = property.substring(PROPERTY_PREFIX.length());
        table().setUser(name, parse(name, system.getProperty(property)));
      }
    }
    table().setDirty(false);
  }

  private void setDefaults() {
    initial.forEach((name, value) -> table().setDefault(name, requireKnownType(name, value)));
  }

  private static Object requireKnownType(String name, Object value) {
    if (!PrefType.isKnown(value)) {
      throw new XpcomException(
          NS_ERROR_ILLEGAL_VALUE,
          "preference \""
              + name
              + "\" is a "
              + value.getClass().getName()
              + ", expected a String, an Integer or a Boolean");
    }
    return value;
  }

  private Object parse(String name, String text) {
    Pref known = table().find(name);
    if (known == null) {
      return guess(text);
    }
    Object value = known.type() == PrefType.STRING ? text : guess(text);
    if (PrefType.of(value) != known.type()) {
      throw new XpcomException(
          NS_ERROR_ILLEGAL_VALUE,
          "system property "
              + PROPERTY_PREFIX
              + name
              + " is \""
              + text
              + "\", expected "
              + known.type().words());
    }
    return value;
  }

  private static Object guess(String text) {
    if (text.equals("true") || text.equals("false")) {
      return Boolean.valueOf(text);
    }
    try {
      return Integer.valueOf(text);
    } catch (NumberFormatException notWhole) {
      return text;
    }
  }

  @Override
  public void forget(Predicate<Object> isGone) {
    table().observers().removeAll(isGone);
  }

  /**
   * Makes a branch that reads what counts and writes the user's values.
   *
   * @param root what it puts before names, as it is
   * @return a new branch
   */
  public PrefBranch branch(String root) {
    return new PrefBranch(table(), Side.USER, root);
  }

  /**
   * Makes a branch that reads and writes the defaults.
   *
   * @param root what it puts before names, as it is
   * @return a new branch
   */
  public PrefBranch defaultBranch(String root) {
    return new PrefBranch(table(), Side.DEFAULT, root);
  }

  /**
   * {@inheritDoc}
   *
   * @param aPrefRoot what it puts before names; null or empty for this object
   * @return a branch of the user's side
   */
  @Override
  public PrefBranch getBranch(@Nullable String aPrefRoot) {
    return aPrefRoot == null || aPrefRoot.isEmpty() ? this : branch(aPrefRoot);
  }

  /**
   * {@inheritDoc}
   *
   * @param aPrefRoot what it puts before names; null or empty for all preferences
   * @return a branch of the defaults' side
   */
  @Override
  public PrefBranch getDefaultBranch(@Nullable String aPrefRoot) {
    return aPrefRoot == null || aPrefRoot.isEmpty() ? defaults : defaultBranch(aPrefRoot);
  }

  /**
   * {@inheritDoc}
   *
   * @param aFile an {@code nsISupportsString} with the path; null for the file that is known
   * @throws XpcomException {@code NS_ERROR_NO_INTERFACE} if it is something else; the codes of {@code
   *     nsIPrefService}
   */
  @Override
  public void readUserPrefs(@Nullable nsISupports aFile) {
    file.read(aFile == null ? null : UserPrefFile.pathOf(aFile));
  }

  /**
   * {@inheritDoc}
   *
   * @param aFile an {@code nsISupportsString} with the path; null for the file that was read
   * @throws XpcomException {@code NS_ERROR_NO_INTERFACE} if it is something else; the codes of {@code
   *     nsIPrefService}
   */
  @Override
  public void savePrefFile(@Nullable nsISupports aFile) {
    if (aFile == null) {
      file.saveChanges();
    } else {
      file.saveTo(UserPrefFile.pathOf(aFile));
    }
  }

  /**
   * {@inheritDoc}
   *
   * <p>Observers of the topic {@code prefservice:before-reset} are told before; observers of
   * preferences only of the defaults that come back.
   */
  @Override
  public void resetPrefs() {
    if (observerService != null) {
      observerService.notifyObservers((nsIPrefService) this, RESET_TOPIC, null);
    }
    table().clear();
    setDefaults();
  }

  /** {@inheritDoc} */
  @Override
  public void resetUserPrefs() {
    table().clearUsers();
  }

  /**
   * {@inheritDoc}
   *
   * @return whether saving would write something new
   */
  @Override
  public boolean getDirty() {
    return table().isDirty();
  }

  /**
   * Saves what has changed: the time has come.
   *
   * @param aSubject not used
   * @param aTopic not used
   * @param aData not used
   */
  @Override
  public void observe(@Nullable nsISupports aSubject, String aTopic, @Nullable String aData) {
    file.saveChanges();
  }

  /**
   * {@inheritDoc}
   *
   * @return the same object each time
   */
  @Override
  public nsIWeakReference getWeakReference() {
    return weak;
  }

  /** Saves what has changed, if there is a file. */
  @Override
  public void close() {
    file.saveChanges();
  }
}
