package org.xpcom4j.registry.loading;

import static org.xpcom4j.result.Nsresult.NS_ERROR_FACTORY_NOT_LOADED;
import static org.xpcom4j.result.Nsresult.NS_ERROR_FILE_CORRUPTED;

import java.io.IOException;
import java.lang.module.Configuration;
import java.lang.module.FindException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ResolutionException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.xpcom4j.registry.component.ComponentTable;
import org.xpcom4j.result.XpcomException;

/**
 * The classes of one plug-in. Jars that are modules are in a module layer over the registry's, if the
 * registry is a module too; the others, and folders of classes, are in an unnamed module.
 */
final class PluginLoader implements AutoCloseable {

  private final URLClassLoader unnamed;
  private final ClassLoader loader; // finds the classes of all
  private final @Nullable ModuleLayer layer;
  private final @Nullable TrackedModules modules;

  private PluginLoader(
      URLClassLoader unnamed,
      ClassLoader loader,
      @Nullable ModuleLayer layer,
      @Nullable TrackedModules modules) {
    this.unnamed = unnamed;
    this.loader = loader;
    this.layer = layer;
    this.modules = modules;
  }

  /**
   * Opens jars and folders of classes; no class is loaded yet.
   *
   * @param hosts the module layer below, null if the registry is on the class path
   * @param parent what the classes see besides their own
   */
  static PluginLoader open(
      String name, List<Path> places, @Nullable ModuleLayer hosts, @Nullable ClassLoader parent) {
    var named = new ArrayList<Path>();
    var others = new ArrayList<URL>();
    var names = new HashSet<String>();
    for (Path place : places) {
      String module = moduleIn(place);
      if (hosts == null || module.isEmpty()) {
        others.add(url(place));
      } else {
        named.add(place);
        names.add(module);
      }
    }
    var unnamed = new URLClassLoader(name, others.toArray(URL[]::new), parent);
    if (hosts == null || named.isEmpty()) {
      return new PluginLoader(unnamed, unnamed, null, null);
    }
    var modules = new TrackedModules(ModuleFinder.of(named.toArray(Path[]::new)));
    try {
      Configuration resolved = hosts.configuration().resolve(modules, ModuleFinder.of(), names);
      ModuleLayer layer = hosts.defineModulesWithOneLoader(resolved, unnamed);
      ClassLoader ofModules = layer.findLoader(names.iterator().next());
      return new PluginLoader(unnamed, ofModules, layer, modules);
    } catch (FindException | ResolutionException | LayerInstantiationException unfit) {
      throw new XpcomException(
          NS_ERROR_FACTORY_NOT_LOADED,
          "modules of plug-in " + name + " do not fit the host's: " + unfit.getMessage(),
          unfit);
    }
  }

  /** The name of the module, empty if it has no descriptor. */
  static String moduleIn(Path place) {
    try {
      if (Files.isDirectory(place)) {
        return Files.exists(place.resolve("module-info.class")) ? onlyModule(place) : "";
      }
      try (var jar = new ZipFile(place.toFile())) {
        return jar.stream().anyMatch(entry -> entry.getName().endsWith("module-info.class"))
            ? onlyModule(place)
            : "";
      }
    } catch (ZipException damaged) {
      throw new XpcomException(
          NS_ERROR_FILE_CORRUPTED,
          place.getFileName() + " is no sound jar: " + damaged.getMessage(),
          damaged);
    } catch (IOException | FindException unreadable) {
      throw new XpcomException(
          NS_ERROR_FILE_CORRUPTED,
          place.getFileName() + " cannot be read: " + unreadable.getMessage(),
          unreadable);
    }
  }

  private static String onlyModule(Path place) {
    ModuleDescriptor found = ModuleFinder.of(place).findAll().iterator().next().descriptor();
    return found.isAutomatic() ? "" : found.name();
  }

  private static URL url(Path place) {
    try {
      return place.toUri().toURL();
    } catch (MalformedURLException impossible) {
      throw new IllegalStateException(place.toString(), impossible);
    }
  }

  /** Finds the component tables that the jars provide, but none of the host's. */
  Stream<ServiceLoader.Provider<ComponentTable>> tables() {
    Stream<ServiceLoader.Provider<ComponentTable>> named =
        layer == null ? Stream.of() : ServiceLoader.load(layer, ComponentTable.class).stream();
    return Stream.concat(named, ServiceLoader.load(ComponentTable.class, unnamed).stream())
        .filter(provider -> isOurs(provider.type()));
  }

  /** Where the classes are found by name. */
  ClassLoader classes() {
    return loader;
  }

  /** Whether a class is one of the plug-in's, or is derived from one. */
  boolean isOurs(Class<?> type) {
    for (Class<?> at = type; at != null; at = at.getSuperclass()) {
      if (defines(at) || Arrays.stream(at.getInterfaces()).anyMatch(this::isOurs)) {
        return true;
      }
    }
    return false;
  }

  private boolean defines(Class<?> type) {
    ClassLoader definer = type.getClassLoader();
    return definer != null && (definer == unnamed || definer == loader);
  }

  /** No class is loaded any more, and the jars may be deleted. */
  @Override
  public void close() throws IOException {
    try {
      if (modules != null) {
        modules.close();
      }
    } finally {
      unnamed.close();
    }
  }
}
