package org.xpcom4j.registry.reflect;

import static org.xpcom4j.result.Nsresult.NS_ERROR_XPC_CANT_GET_INTERFACE_INFO;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Stream;
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

  /** What plug-ins brought along, the first plug-in's first. */
  private final List<Contents> added = new CopyOnWriteArrayList<>();

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
  private static final class Contents {
    private final Map<UUID, Class<? extends nsISupports>> byIid = new HashMap<>();
    private final Map<String, Class<? extends nsISupports>> byName = new HashMap<>();
  }

  /**
   * Finds an interface by its ID.
   *
   * @param iid the ID
   * @return what is known of it; empty if no typelib describes it
   */
  public Optional<InterfaceInfo> find(UUID iid) {
    return find(contents -> contents.byIid.get(iid));
  }

  /**
   * Finds an interface by its name.
   *
   * @param name the name as in IDL
   * @return what is known of it; empty if no typelib describes it
   */
  public Optional<InterfaceInfo> find(String name) {
    return find(contents -> contents.byName.get(name));
  }

  private Optional<InterfaceInfo> find(
      Function<Contents, @Nullable Class<? extends nsISupports>> lookUp) {
    return Stream.concat(Stream.of(contents()), added.stream())
        .map(lookUp)
        .flatMap(Stream::ofNullable)
        .findFirst()
        .map(InterfaceInfo::of);
  }

  /**
   * Adds the interfaces beside others, after those that are known.
   *
   * @param beginnings interfaces made from IDL
   * @return takes them away again
   */
  public Runnable add(Collection<Class<? extends nsISupports>> beginnings) {
    var contents = new Contents();
    var done = new HashSet<Place>();
    beginnings.forEach(beginning -> read(beginning, done, contents));
    return add(contents);
  }

  /**
   * Adds the interfaces of a typelib, after those that are known.
   *
   * @param typelib the bytes of the file
   * @param file its name: the package of the Java interfaces, and {@code .xpt}
   * @param loader where the Java interfaces are
   * @return takes them away again
   * @throws XpcomException {@code NS_ERROR_FILE_CORRUPTED} if the typelib is damaged; {@code
   *     NS_ERROR_XPC_CANT_GET_INTERFACE_INFO} if a Java interface is missing
   */
  public Runnable add(byte[] typelib, String file, ClassLoader loader) {
    var contents = new Contents();
    String packageName = file.endsWith(".xpt") ? file.substring(0, file.length() - 4) : file;
    try {
      read(typelib, file, packageName, loader, contents);
    } catch (ClassNotFoundException | LinkageError | ClassCastException missing) {
      throw new XpcomException(
          NS_ERROR_XPC_CANT_GET_INTERFACE_INFO,
          "typelib "
              + file
              + " needs its Java interfaces in package "
              + packageName
              + ": "
              + missing,
          missing);
    }
    return add(contents);
  }

  private Runnable add(Contents contents) {
    added.add(contents);
    return () -> added.remove(contents);
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
    var all = new Contents();
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
      read(in.readAllBytes(), file, packageName, loader, all);
    } catch (IOException | ClassNotFoundException | ClassCastException | XpcomException damaged) {
      LOG.warn(
          "Interfaces of {} are left out: typelib {} cannot be used", beginning, file, damaged);
    }
  }

  private static void read(
      byte[] typelib, String file, String packageName, @Nullable ClassLoader loader, Contents all)
      throws ClassNotFoundException {
    for (Description described : TypelibReader.read(typelib, file).values()) {
      Class<? extends nsISupports> type =
          Class.forName(packageName + "." + described.name(), false, loader)
              .asSubclass(nsISupports.class);
      all.byIid.putIfAbsent(described.iid(), type);
      all.byName.putIfAbsent(described.name(), type);
    }
  }
}
