package org.xpcom4j.registry.loading;

import static org.xpcom4j.result.Nsresult.NS_ERROR_FILE_UNRECOGNIZED_PATH;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.xpcom4j.registry.manager.Locations;
import org.xpcom4j.registry.manifest.ManifestFile;
import org.xpcom4j.registry.manifest.ManifestLine;
import org.xpcom4j.registry.manifest.Statement;
import org.xpcom4j.registry.plugin.Plugin;
import org.xpcom4j.result.XpcomException;

/** The plug-ins as the registrar of XPCOM speaks of them. */
public final class PluginLocations implements Locations {

  private record SingleClass(Path place, Plugin plugin) {}

  private final Supplier<LoadedPlugins> plugins;
  private final List<Path> standard;
  private final Map<UUID, SingleClass> classes = new HashMap<>(); // guarded by this

  /**
   * Makes the registrar's side.
   *
   * @param plugins the plug-ins, asked for when they are needed
   * @param standard where to look if no place is named
   */
  public PluginLocations(Supplier<LoadedPlugins> plugins, List<Path> standard) {
    this.plugins = plugins;
    this.standard = List.copyOf(standard);
  }

  @Override
  public void autoRegister(@Nullable String path) {
    (path == null ? standard : List.of(pathOf(path))).forEach(plugins.get()::addAll);
  }

  @Override
  public void autoUnregister(@Nullable String path) {
    Path place = path == null ? null : pathOf(path);
    List<XpcomException> failures = new ArrayList<>();
    for (Plugin plugin : plugins.get().list()) {
      if (place == null || plugin.location().startsWith(place)) {
        try {
          plugin.remove();
        } catch (XpcomException failure) {
          failures.add(failure);
        }
      }
    }
    if (!failures.isEmpty()) {
      XpcomException first = failures.get(0);
      failures.stream().skip(1).forEach(first::addSuppressed);
      throw first;
    }
  }

  @Override
  public void registerClass(
      UUID cid, @Nullable String contractId, String path, @Nullable String className) {
    Path place = pathOf(path);
    String named = className == null ? "" : className;
    var line =
        new ManifestLine(
            "registerFactoryLocation",
            1,
            "component {" + cid + "} " + path + (named.isEmpty() ? "" : "!" + named));
    int fileAt = line.text().indexOf(path);
    int cidAt = line.text().indexOf('{');
    List<Statement> lines = new ArrayList<>();
    lines.add(
        new Statement.Component(line, cid, cidAt, new ManifestFile(place, path), named, fileAt));
    if (contractId != null) {
      lines.add(new Statement.Contract(line, contractId, cid, cidAt));
    }
    var added = new SingleClass(place, plugins.get().addOnly(place, lines));
    synchronized (this) {
      classes.put(cid, added);
    }
  }

  @Override
  public boolean unregisterClass(UUID cid, String path) {
    SingleClass known;
    synchronized (this) {
      known = classes.get(cid);
      if (known == null || !known.place().equals(pathOf(path))) {
        return false;
      }
      classes.remove(cid);
    }
    known.plugin().remove();
    return true;
  }

  @Override
  public List<String> all() {
    return plugins.get().list().stream().map(plugin -> plugin.location().toString()).toList();
  }

  private static Path pathOf(String path) {
    try {
      return Path.of(path).toAbsolutePath().normalize();
    } catch (InvalidPathException bad) {
      throw new XpcomException(
          NS_ERROR_FILE_UNRECOGNIZED_PATH, "\"" + path + "\" is no path: " + bad.getReason(), bad);
    }
  }
}
