package org.xpcom4j.registry.loading;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.xpcom4j.interfaces.nsISupports;
import org.xpcom4j.registry.component.CategoryEntry;
import org.xpcom4j.registry.component.Scope;
import org.xpcom4j.registry.loading.LoadedPlugin.Belongings;
import org.xpcom4j.registry.manager.PluginInjection;
import org.xpcom4j.registry.manager.RegistrationGroup;
import org.xpcom4j.registry.manager.Source;
import org.xpcom4j.registry.manifest.ManifestReader;
import org.xpcom4j.registry.manifest.Statement;
import org.xpcom4j.result.XpcomException;

/**
 * Makes one plug-in. {@link #prepare} reads everything and runs the plug-in's tables, {@link #register}
 * only registers and cannot fail, {@link #finish} does what other services have a part in.
 */
final class PluginBuilder {

  private final Surroundings around;
  private final Path place;
  private final List<String> problems;
  private final Copies copies = new Copies();
  private final RegistrationGroup group;

  private final Map<Statement, Path> libraries = new HashMap<>();
  private final Map<Statement, byte[]> typelibs = new HashMap<>();
  private final List<CategoryEntry> categories = new ArrayList<>(); // of the tables
  private List<Statement> statements = List.of();
  private boolean isJar;
  private String name = "";
  private List<ReadTable> tables = List.of();
  private @Nullable XpcomException tableFailure;
  private @Nullable PluginLoader loader;

  /**
   * Begins.
   *
   * @param problems where messages about what is left out are put
   */
  PluginBuilder(Surroundings around, Path place, List<String> problems) {
    this.around = around;
    this.place = place;
    this.problems = problems;
    this.group = new RegistrationGroup(around.registry());
  }

  /** Reads what is at the place. */
  PluginBuilder prepare() {
    return prepare(
        files ->
            files
                .manifest()
                .map(
                    manifest ->
                        ManifestReader.read(
                            manifest,
                            around.platform(),
                            problem -> problems.add(problem.toString())))
                .orElse(List.of()),
        true);
  }

  /** Takes from the place only what is asked for. */
  PluginBuilder prepare(List<Statement> asked) {
    return prepare(files -> asked, false);
  }

  private interface Contents {
    List<Statement> in(PluginFiles files);
  }

  private PluginBuilder prepare(Contents contents, boolean wholeJar) {
    try (var files = PluginFiles.open(place, copies)) {
      name = files.name();
      statements = contents.in(files);
      statements.forEach(statement -> locate(statement, files));
      Set<Path> places = new LinkedHashSet<>();
      if (wholeJar) {
        files.jar().ifPresent(places::add);
      }
      isJar = !places.isEmpty();
      statements.stream().map(libraries::get).flatMap(Stream::ofNullable).forEach(places::add);
      loader =
          PluginLoader.open(
              name,
              List.copyOf(places),
              PluginBuilder.class.getModule().getLayer(),
              around.parent());
      readTables(loader);
      return this;
    } catch (RuntimeException | Error failure) {
      discard(failure);
      throw failure;
    }
  }

  /** Finds the files that a line names; without them the line is left out. */
  private void locate(Statement statement, PluginFiles files) {
    if (statement instanceof Statement.Component component) {
      try {
        libraries.put(statement, files.library(component.file(), component.className()));
      } catch (XpcomException missing) {
        leaveOut(statement, component.fileAt(), "component cannot be had", missing.getMessage());
      }
    } else if (statement instanceof Statement.Interfaces interfaces) {
      try {
        typelibs.put(statement, interfaces.file().read());
      } catch (XpcomException missing) {
        leaveOut(statement, interfaces.fileAt(), "typelib cannot be read", missing.getMessage());
      }
    }
  }

  /** A jar stands for its tables; of a manifest other lines may be sound. */
  private void readTables(PluginLoader from) {
    try {
      tables = ReadTable.readAll(from, name);
    } catch (XpcomException unusable) {
      if (isJar) {
        throw unusable;
      }
      tableFailure = unusable;
    }
  }

  private void leaveOut(Statement statement, int position, String clause, String note) {
    problems.add(statement.line().problem(position, clause, note).toString());
  }

  /** Enters the classes and contract IDs. Runs no code of the plug-in. */
  void register() {
    var injection = new PluginInjection(around.injection(), loaded()::isOurs);
    if (isJar) {
      tables.forEach(table -> registerAll(table, injection));
    }
    for (Statement statement : statements) {
      if (statement instanceof Statement.Component component && libraries.containsKey(statement)) {
        register(component, injection);
      } else if (statement instanceof Statement.Contract contract
          && !group.map(contract.contractId(), contract.cid())) {
        leaveOut(
            statement,
            contract.cidAt(),
            "no class {" + contract.cid() + "} is registered",
            "expected the class ID of a component");
      }
    }
  }

  private void registerAll(ReadTable table, PluginInjection injection) {
    String origin = "component table in plug-in " + name;
    for (int index = 0; index < table.size(); index++) {
      var data = table.entry(index);
      var source = new Source(data.className(), table.moduleName(), origin);
      group
          .add(table, index, data, source, data.contracts(), injection)
          .ifPresentOrElse(
              first ->
                  problems.add(
                      "plug-in %s: %s is left out, its class ID {%s} belongs to %s"
                          .formatted(name, data.className(), data.cid(), first)),
              () -> categories.addAll(data.categories()));
    }
  }

  private void register(Statement.Component component, PluginInjection injection) {
    Optional<Source> first =
        component.className().isEmpty()
            ? registerFromTable(component, injection)
            : group.add(
                component.cid(),
                new Source(component.className(), "", origin(component)),
                Scope.INSTANCE,
                new ClassFactory(loaded().classes(), component.className(), injection),
                List.of());
    first.ifPresent(
        taken ->
            leaveOut(
                component,
                component.cidAt(),
                "class ID {" + component.cid() + "} is registered",
                "by: " + taken));
  }

  private Optional<Source> registerFromTable(
      Statement.Component component, PluginInjection injection) {
    for (ReadTable table : tables) {
      for (int index = 0; index < table.size(); index++) {
        var data = table.entry(index);
        if (data.cid().equals(component.cid())) {
          var source = new Source(data.className(), table.moduleName(), origin(component));
          return group.add(table, index, data, source, List.of(), injection);
        }
      }
    }
    leaveOut(
        component,
        component.fileAt(),
        component.file().shown() + " has no component {" + component.cid() + "}",
        tableFailure == null
            ? "expected a jar whose component table has it, or a jar!class"
            : tableFailure.getMessage());
    return Optional.empty();
  }

  private static String origin(Statement statement) {
    return "manifest " + statement.line();
  }

  /** Does the rest, and hands over what was made. */
  LoadedPlugin finish(LoadedPlugins owner) {
    List<Runnable> interfaces = new ArrayList<>();
    interfaces.add(around.interfaces().add(interfacesOfTables()));
    for (CategoryEntry each : categories) {
      around.categories().add(place, each.category(), each.entry(), each.value());
    }
    for (Statement statement : statements) {
      byte[] typelib = typelibs.get(statement);
      if (typelib != null && statement instanceof Statement.Interfaces line) {
        add(line, typelib, interfaces);
      } else if (statement instanceof Statement.Category category) {
        add(category);
      }
    }
    return new LoadedPlugin(
        owner,
        place,
        around.categories(),
        problems,
        new Belongings(group, loaded(), copies, interfaces));
  }

  private List<Class<? extends nsISupports>> interfacesOfTables() {
    return tables.stream()
        .flatMap(table -> table.interfaces().stream())
        .<Class<? extends nsISupports>>flatMap(List::stream)
        .filter(loaded()::isOurs)
        .toList();
  }

  private void add(Statement.Interfaces line, byte[] typelib, List<Runnable> interfaces) {
    String shown = line.file().shown();
    String file = shown.substring(shown.lastIndexOf('/') + 1);
    try {
      interfaces.add(around.interfaces().add(typelib, file, loaded().classes()));
    } catch (XpcomException unusable) {
      leaveOut(line, line.fileAt(), "typelib cannot be used", unusable.getMessage());
    }
  }

  private void add(Statement.Category line) {
    try {
      around.categories().add(place, line.category(), line.entry(), line.value());
    } catch (XpcomException refused) {
      leaveOut(line, 0, "category entry cannot be added", refused.getMessage());
    }
  }

  private PluginLoader loaded() {
    if (loader == null) {
      throw new IllegalStateException("not prepared");
    }
    return loader;
  }

  /** Takes back what was opened, after a failure. */
  void discard(Throwable failure) {
    group.remove(object -> loader != null && loader.isOurs(object.getClass()));
    try {
      if (loader != null) {
        loader.close();
      }
    } catch (IOException second) {
      failure.addSuppressed(second);
    }
    copies.close();
  }
}
