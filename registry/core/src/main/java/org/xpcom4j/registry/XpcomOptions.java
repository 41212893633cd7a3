package org.xpcom4j.registry;

import com.google.inject.Module;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.xpcom4j.registry.plugin.Application;

/**
 * How a registry is started. Start from {@link #defaults()}.
 *
 * @param preferences first values of preferences: a {@code String}, {@code Integer} or {@code
 *     Boolean} by name
 * @param classLoader where component tables are looked for besides the registry's own class loader
 *     and module layer; null stands for the starting thread's context class loader
 * @param modules the host's Guice modules, whose bindings win over components
 * @param plugins folders of plug-ins, or single ones, that are added at the start
 * @param application what conditions in manifests are compared with
 */
public record XpcomOptions(
    Map<String, Object> preferences,
    @Nullable ClassLoader classLoader,
    List<Module> modules,
    List<Path> plugins,
    Application application) {

  private static final XpcomOptions DEFAULTS =
      new XpcomOptions(Map.of(), null, List.of(), List.of(), Application.UNKNOWN);

  /**
   * Keeps copies of the collections.
   *
   * @param preferences first values of preferences
   * @param classLoader where component tables are looked for
   * @param modules the host's Guice modules
   * @param plugins folders of plug-ins, or single ones
   * @param application what conditions in manifests are compared with
   */
  public XpcomOptions {
    preferences = Map.copyOf(preferences);
    modules = List.copyOf(modules);
    plugins = List.copyOf(plugins);
    Objects.requireNonNull(application, "application");
  }

  /**
   * Returns the options that {@code Xpcom.start()} uses.
   *
   * @return no preferences, the context class loader, no modules
   */
  public static XpcomOptions defaults() {
    return DEFAULTS;
  }

  /**
   * Sets the first values of preferences, as defaults. System properties {@code
   * xpcom4j.pref.NAME} stand for the user's values and win over them.
   *
   * @param values a {@code String}, {@code Integer} or {@code Boolean} by name
   * @return options with these preferences only
   */
  public XpcomOptions withPreferences(Map<String, Object> values) {
    return new XpcomOptions(values, classLoader, modules, plugins, application);
  }

  /**
   * Sets where component tables are looked for.
   *
   * @param loader the class loader; it must see this module's {@code ComponentTable}
   * @return options with this class loader
   */
  public XpcomOptions withClassLoader(ClassLoader loader) {
    return new XpcomOptions(preferences, loader, modules, plugins, application);
  }

  /**
   * Sets the host's Guice modules.
   *
   * @param hostModules modules whose bindings win over components
   * @return options with these modules only
   */
  public XpcomOptions withModules(Module... hostModules) {
    return new XpcomOptions(preferences, classLoader, List.of(hostModules), plugins, application);
  }

  /**
   * Sets where plug-ins are. What is wrong with one of them is logged and told the console service;
   * the registry starts all the same.
   *
   * @param places folders of plug-ins, or single jars, folders with a {@code chrome.manifest}, and
   *     manifests; added in this order
   * @return options with these places only
   */
  public XpcomOptions withPlugins(Path... places) {
    return new XpcomOptions(preferences, classLoader, modules, List.of(places), application);
  }

  /**
   * Sets what conditions in manifests are compared with.
   *
   * @param host the application's ID and versions
   * @return options with this application
   */
  public XpcomOptions withApplication(Application host) {
    return new XpcomOptions(preferences, classLoader, modules, plugins, host);
  }
}
