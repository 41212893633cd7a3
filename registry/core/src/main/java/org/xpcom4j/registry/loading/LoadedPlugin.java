package org.xpcom4j.registry.loading;

import static org.xpcom4j.result.Nsresult.NS_ERROR_FAILURE;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.xpcom4j.registry.manager.RegistrationGroup;
import org.xpcom4j.registry.plugin.Plugin;
import org.xpcom4j.result.XpcomException;

/** A plug-in as its host holds it: after its removal it leads to nothing of the plug-in. */
final class LoadedPlugin implements Plugin {

  /**
   * What goes with a plug-in.
   *
   * @param interfaces take its typelibs away
   */
  record Belongings(
      RegistrationGroup group, PluginLoader loader, Copies copies, List<Runnable> interfaces) {}

  private final LoadedPlugins owner;
  private final Path location;
  private final CategoryClaims categories;
  private final List<String> problems;
  private final AtomicReference<@Nullable Belongings> belongings;

  LoadedPlugin(
      LoadedPlugins owner,
      Path location,
      CategoryClaims categories,
      List<String> problems,
      Belongings belongings) {
    this.owner = owner;
    this.location = location;
    this.categories = categories;
    this.problems = List.copyOf(problems);
    this.belongings = new AtomicReference<>(belongings);
  }

  @Override
  public Path location() {
    return location;
  }

  @Override
  public List<String> problems() {
    return problems;
  }

  @Override
  public boolean isRemoved() {
    return belongings.get() == null;
  }

  @Override
  public void remove() {
    Belongings all = belongings.getAndSet(null);
    if (all == null) {
      return;
    }
    PluginLoader loader = all.loader();
    var failures = new ArrayList<>(all.group().remove(object -> loader.isOurs(object.getClass())));
    attempt(() -> categories.release(location), failures);
    letGo(all, failures);
    owner.forget(this);
    if (!failures.isEmpty()) {
      throw failed(failures);
    }
  }

  /** At the end of the registry, when services are released and nothing is registered any more. */
  void release() {
    Belongings all = belongings.getAndSet(null);
    if (all != null) {
      var failures = new ArrayList<Throwable>();
      all.group().leave();
      letGo(all, failures);
      if (!failures.isEmpty()) {
        throw failed(failures);
      }
    }
  }

  private static void letGo(Belongings all, List<Throwable> failures) {
    all.interfaces().forEach(Runnable::run);
    attempt(all.loader()::close, failures);
    all.copies().close();
  }

  private interface Step {
    void run() throws Exception;
  }

  private static void attempt(Step step, List<Throwable> failures) {
    try {
      step.run();
    } catch (Exception failure) {
      failures.add(failure);
    }
  }

  private XpcomException failed(List<Throwable> failures) {
    var summary =
        new StringBuilder("plug-in " + location + " is removed, but not all of it went well");
    failures.forEach(failure -> summary.append("\n  ").append(failure));
    var exception = new XpcomException(NS_ERROR_FAILURE, summary.toString(), failures.get(0));
    failures.stream().skip(1).forEach(exception::addSuppressed);
    return exception;
  }

  @Override
  public String toString() {
    return "plug-in " + location;
  }
}
