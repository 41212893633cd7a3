package org.xpcom4j.registry.loading;

import static org.xpcom4j.result.Nsresult.NS_ERROR_FACTORY_EXISTS;
import static org.xpcom4j.result.Nsresult.NS_ERROR_FACTORY_NOT_LOADED;
import static org.xpcom4j.result.Nsresult.NS_ERROR_ILLEGAL_DURING_SHUTDOWN;
import static org.xpcom4j.result.Nsresult.NS_ERROR_ILLEGAL_VALUE;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.xpcom4j.interfaces.nsICategoryManager;
import org.xpcom4j.interfaces.nsIConsoleService;
import org.xpcom4j.registry.manager.ComponentRegistry;
import org.xpcom4j.registry.manager.Injection;
import org.xpcom4j.registry.manifest.Platform;
import org.xpcom4j.registry.manifest.Statement;
import org.xpcom4j.registry.plugin.Plugin;
import org.xpcom4j.registry.plugin.Plugins;
import org.xpcom4j.registry.reflect.InterfaceDirectory;
import org.xpcom4j.result.XpcomException;

/** The plug-ins of one registry. */
public final class LoadedPlugins implements Plugins {

  private final Surroundings around;
  private final ProblemReport report;

  private final Map<Path, LoadedPlugin> byPlace = new LinkedHashMap<>(); // guarded by this

  /** Those that stand for single classes, in no particular place. Guarded by this. */
  private final List<LoadedPlugin> others = new ArrayList<>();

  private final Set<Path> pending = new HashSet<>(); // being added now; guarded by this
  private boolean closed; // guarded by this

  /**
   * Makes an empty set.
   *
   * @param registry where the plug-ins' classes are registered
   * @param injection answers for their constructor parameters
   * @param interfaces learns of their typelibs
   * @param platform what conditions in manifests are compared with
   * @param parent what their classes see besides their own, null for the JDK only
   */
  public LoadedPlugins(
      ComponentRegistry registry,
      Injection injection,
      InterfaceDirectory interfaces,
      Platform platform,
      @Nullable ClassLoader parent) {
    var categories =
        new CategoryClaims(
            () ->
                (nsICategoryManager)
                    registry.getService(
                        nsICategoryManager.NS_CATEGORYMANAGER_CONTRACTID,
                        nsICategoryManager.class));
    this.around = new Surroundings(registry, injection, interfaces, platform, parent, categories);
    this.report =
        new ProblemReport(
            () ->
                (nsIConsoleService)
                    registry.getService(
                        nsIConsoleService.NS_CONSOLESERVICE_CONTRACTID, nsIConsoleService.class));
  }

  @Override
  public Plugin add(Path location) {
    if (location == null) {
      throw new XpcomException(NS_ERROR_ILLEGAL_VALUE, "location of the plug-in is null");
    }
    Path place = placeOf(location);
    begin(place);
    try {
      LoadedPlugin made = build(place, PluginBuilder::prepare);
      keep(made, () -> byPlace.put(place, made));
      return made;
    } finally {
      end(place);
    }
  }

  /**
   * Adds one class of a jar.
   *
   * @param location the jar, or a folder of classes
   * @param lines what to register from there
   * @return what was added
   * @throws XpcomException as {@link #add}, and {@code NS_ERROR_FACTORY_NOT_LOADED} if a line could not
   *     be followed
   */
  Plugin addOnly(Path location, List<Statement> lines) {
    LoadedPlugin made = build(placeOf(location), builder -> builder.prepare(lines));
    if (!made.problems().isEmpty()) {
      made.remove();
      throw new XpcomException(NS_ERROR_FACTORY_NOT_LOADED, String.join("\n  ", made.problems()));
    }
    keep(made, () -> others.add(made));
    return made;
  }

  private static Path placeOf(Path location) {
    return location.toAbsolutePath().normalize();
  }

  private synchronized void begin(Path place) {
    requireOpen();
    if (byPlace.containsKey(place) || !pending.add(place)) {
      throw new XpcomException(
          NS_ERROR_FACTORY_EXISTS,
          "plug-in " + place + " is added already\n  hint: remove it first to read it again");
    }
  }

  private synchronized void end(Path place) {
    pending.remove(place);
  }

  private synchronized void requireOpen() {
    if (closed) {
      throw new XpcomException(
          NS_ERROR_ILLEGAL_DURING_SHUTDOWN, "the registry is closed and takes no plug-ins");
    }
  }

  private LoadedPlugin build(Path place, UnaryOperator<PluginBuilder> preparation) {
    requireOpen();
    var problems = new ArrayList<String>();
    try {
      PluginBuilder builder = preparation.apply(new PluginBuilder(around, place, problems));
      try {
        builder.register();
        return builder.finish(this);
      } catch (RuntimeException | Error failure) {
        builder.discard(failure);
        throw failure;
      }
    } finally {
      problems.forEach(report::tell);
    }
  }

  /** The registry may have closed since the plug-in was begun. */
  private void keep(LoadedPlugin made, Runnable entry) {
    synchronized (this) {
      if (!closed) {
        entry.run();
        return;
      }
    }
    made.release();
    requireOpen();
  }

  @Override
  public List<Plugin> addAll(Path folder) {
    List<Plugin> added = new ArrayList<>();
    try {
      for (Path place : PluginFolder.find(folder)) {
        if (!isPresent(placeOf(place))) {
          tryToAdd(place).ifPresent(added::add);
        }
      }
    } catch (IOException unreadable) {
      report.tell("plug-ins of " + folder + " cannot be listed: " + unreadable, unreadable);
    }
    return added;
  }

  private synchronized boolean isPresent(Path place) {
    return byPlace.containsKey(place);
  }

  /** Whatever is wrong with one plug-in, the others are added all the same. */
  private Optional<Plugin> tryToAdd(Path place) {
    try {
      return Optional.of(add(place));
    } catch (XpcomException refused) {
      if (refused.result() == NS_ERROR_ILLEGAL_DURING_SHUTDOWN) {
        throw refused;
      }
      report.tell("plug-in " + place + " is left out: " + refused.getMessage(), refused);
    } catch (RuntimeException | LinkageError unexpected) {
      report.tell("plug-in " + place + " is left out: " + unexpected, unexpected);
    }
    return Optional.empty();
  }

  @Override
  public synchronized List<Plugin> list() {
    return List.copyOf(byPlace.values());
  }

  synchronized void forget(LoadedPlugin removed) {
    byPlace.values().remove(removed);
    others.remove(removed);
  }

  /** Closes what is open, at the very end of the registry, and adds nothing any more. */
  public void close() {
    List<LoadedPlugin> all;
    synchronized (this) {
      closed = true;
      all = new ArrayList<>(byPlace.values());
      all.addAll(others);
      byPlace.clear();
      others.clear();
    }
    for (LoadedPlugin each : all) {
      try {
        each.release();
      } catch (XpcomException failure) {
        report.tell(failure.getMessage(), failure);
      }
    }
  }
}
