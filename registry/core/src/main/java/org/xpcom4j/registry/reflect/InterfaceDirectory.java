package org.xpcom4j.registry.reflect;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xpcom4j.interfaces.nsISupports;
import org.xpcom4j.registry.component.ComponentTable;
import org.xpcom4j.result.XpcomException;

/**
 * The interfaces that one registry knows: those of this project's API and those beside any interface
 * that its components implement. Reads their typelibs when it is first asked. May be used from any
 * thread.
 */
public final class InterfaceDirectory {

  private static final Logger LOG = LoggerFactory.getLogger(InterfaceDirectory.class);

  private final List<ComponentTable> tables;
  private @Nullable Contents contents; // guarded by this

  /**
   * Makes a directory; nothing is read yet.
   *
   * @param tables the components that lead to interfaces, those of the first table first
   */
  public InterfaceDirectory(List<ComponentTable> tables) {
    this.tables = List.copyOf(tables);
  }

  /** The first interface of an ID or name wins. */
  private record Contents(
      Map<UUID, Class<? extends nsISupports>> byIid,
      Map<String, Class<? extends nsISupports>> byName) {}

  /**
   * Finds an interface by its ID.
   *
   * @param iid the ID
   * @return what is known of it; empty if no typelib describes it
   */
  public Optional<InterfaceInfo> find(UUID iid) {
    return Optional.ofNullable(contents().byIid().get(iid)).map(InterfaceInfo::of);
  }

  /**
   * Finds an interface by its name.
   *
   * @param name the name as in IDL
   * @return what is known of it; empty if no typelib describes it
   */
  public Optional<InterfaceInfo> find(String name) {
    return Optional.ofNullable(contents().byName().get(name)).map(InterfaceInfo::of);
  }

  private synchronized Contents contents() {
    Contents read = contents;
    if (read == null) {
      read = read();
      contents = read;
    }
    return read;
  }

  private Contents read() {
    var all = new Contents(new HashMap<>(), new HashMap<>());
    var done = new HashSet<Place>();
    for (Class<?> beginning : beginnings()) {
      read(beginning, done, all);
    }
    return all;
  }

  /** A package as one loader has it. */
  private record Place(String packageName, @Nullable ClassLoader loader) {}

  private List<Class<?>> beginnings() {
    List<Class<?>> types = new ArrayList<>();
    types.add(nsISupports.class);
    for (ComponentTable table : tables) {
      for (int index = 0; index < table.size(); index++) {
        types.addAll(table.interfaces(index));
      }
    }
    return types;
  }

  private static void read(Class<?> beginning, Set<Place> done, Contents all) {
    String packageName = beginning.getPackageName();
    ClassLoader loader = beginning.getClassLoader();
    if (!done.add(new Place(packageName, loader))) {
      return;
    }
    String file = "META-INF/xpcom4j/" + packageName + ".xpt";
    try (InputStream in = beginning.getResourceAsStream("/" + file)) {
      if (in == null) {
        LOG.debug("{} has no typelib {}", beginning, file);
        return;
      }
      for (Description described : TypelibReader.read(in.readAllBytes(), file).values()) {
        Class<? extends nsISupports> type =
            Class.forName(packageName + "." + described.name(), false, loader)
                .asSubclass(nsISupports.class);
        all.byIid().putIfAbsent(described.iid(), type);
        all.byName().putIfAbsent(described.name(), type);
      }
    } catch (IOException | ClassNotFoundException | ClassCastException | XpcomException damaged) {
      LOG.warn(
          "Interfaces of {} are left out: typelib {} cannot be used", beginning, file, damaged);
    }
  }
}
