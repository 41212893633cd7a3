package org.xpcom4j.registry.pref;

import static org.xpcom4j.result.Nsresult.NS_ERROR_ILLEGAL_VALUE;

import jakarta.inject.Inject;
import java.util.Map;
import java.util.Properties;
import org.xpcom4j.interfaces.nsIPrefBranch;
import org.xpcom4j.registry.XpcomOptions;
import org.xpcom4j.registry.component.Component;
import org.xpcom4j.registry.component.Scope;
import org.xpcom4j.result.XpcomException;

/**
 * The preferences of one registry: {@code @mozilla.org/preferences-service;1}, at once the branch
 * that holds everything. They live in memory only.
 */
@Component(
    cid = "{91ca2441-050f-4f7c-9df8-75b40ea40156}",
    contracts = {Preferences.SERVICE_CONTRACT, nsIPrefBranch.NS_PREFBRANCH_CONTRACTID},
    scope = Scope.SERVICE)
public final class Preferences extends PrefBranch {

  /** The contract ID of the service. */
  public static final String SERVICE_CONTRACT = "@mozilla.org/preferences-service;1";

  /** What the name of a system property begins with that sets a preference. */
  public static final String PROPERTY_PREFIX = "xpcom4j.pref.";

  /**
   * Makes the preferences of a registry, with the system properties of the JVM.
   *
   * @param options how the registry was started
   */
  @Inject
  public Preferences(XpcomOptions options) {
    this(options.preferences(), System.getProperties());
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
    super(new PrefTable(), Side.USER, "");
    initial.forEach((name, value) -> table().setDefault(name, requireKnownType(name, value)));
    for (String property : system.stringPropertyNames()) {
      if (property.startsWith(PROPERTY_PREFIX)) {
        String name = property.substring(PROPERTY_PREFIX.length());
        table().setUser(name, parse(name, system.getProperty(property)));
      }
    }
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
}
