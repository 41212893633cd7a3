package org.xpcom4j.registry.loading;

import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Modules whose jars can be closed. The class loader of a module layer opens them and leaves it to the
 * garbage collector to close them; then nobody can say when a jar may be deleted.
 */
final class TrackedModules implements ModuleFinder, AutoCloseable {

  private final ModuleFinder jars;
  private final List<ModuleReader> open = new ArrayList<>(); // guarded by this
  private boolean closed; // guarded by this

  TrackedModules(ModuleFinder jars) {
    this.jars = jars;
  }

  @Override
  public Optional<ModuleReference> find(String name) {
    return jars.find(name).map(this::tracked);
  }

  @Override
  public Set<ModuleReference> findAll() {
    return jars.findAll().stream().map(this::tracked).collect(Collectors.toSet());
  }

  private ModuleReference tracked(ModuleReference jar) {
    return new ModuleReference(jar.descriptor(), jar.location().orElse(null)) {
      @Override
      public ModuleReader open() throws IOException {
        return track(jar);
      }
    };
  }

  private synchronized ModuleReader track(ModuleReference jar) throws IOException {
    if (closed) {
      throw new IOException("the plug-in with module " + jar.descriptor().name() + " was removed");
    }
    ModuleReader reader = jar.open();
    open.add(reader);
    return reader;
  }

  @Override
  public synchronized void close() throws IOException {
    closed = true;
    IOException first = null;
    for (ModuleReader reader : open) {
      try {
        reader.close();
      } catch (IOException failure) {
        first = first == null ? failure : first;
      }
    }
    open.clear();
    if (first != null) {
      throw first;
    }
  }
}
