package org.xpcom4j.idl.processor;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.xpcom4j.idl.semantic.SourceFinder;
import org.xpcom4j.idl.source.SourceText;

/**
 * Where the includes of a package are looked for: in the folder of the file that includes, in the
 * package, in the packages it uses, and with the interfaces that everybody uses.
 */
final class IncludePath implements SourceFinder {
  private static final String COMMON_INTERFACES = "org/xpcom4j/interfaces";

  private final IdlStore store;
  private final List<String> folders = new ArrayList<>();

  IncludePath(IdlStore store, IdlPackage idlPackage) {
    this.store = store;
    folders.add(idlPackage.folder());
    folders.addAll(idlPackage.uses());
    folders.add(COMMON_INTERFACES);
  }

  @Override
  public Optional<SourceText> find(SourceText from, String name) {
    return find(folders(from), name);
  }

  /** The file that has an interface by the habit of one file for one interface. */
  Optional<SourceText> findForInterface(String name) {
    return find(folders, name + ".idl");
  }

  private Optional<SourceText> find(Collection<String> searched, String name) {
    for (String folder : searched) {
      Optional<SourceText> found = store.find(folder, name);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** The folders that every file's includes are looked for in, in order. */
  Stream<String> folders() {
    return folders.stream();
  }

  @Override
  public String describeSearch(SourceText from) {
    return String.join(", ", folders(from));
  }

  private Set<String> folders(SourceText from) {
    Set<String> all = new LinkedHashSet<>();
    all.add(from.folder());
    all.addAll(folders);
    return all;
  }
}
