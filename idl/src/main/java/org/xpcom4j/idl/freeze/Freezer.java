package org.xpcom4j.idl.freeze;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.xpcom4j.idl.diagnostic.Diagnostics;
import org.xpcom4j.idl.model.IdlFile;
import org.xpcom4j.idl.model.InterfaceDefinition;

/**
 * Freezes interfaces, beside those that are frozen already.
 *
 * @param before what is frozen already
 * @param term how firm new and changed interfaces are frozen
 * @param forGood the names of interfaces that are frozen for good from now on
 * @param acceptsChanges whether interfaces may have changed or gone that are not frozen for good
 */
public record Freezer(FreezeFile before, Term term, Set<String> forGood, boolean acceptsChanges) {
  /**
   * Copies the set.
   *
   * @param before what is frozen already
   * @param term how firm new and changed interfaces are frozen
   * @param forGood the names of interfaces that are frozen for good from now on
   * @param acceptsChanges whether interfaces may have changed or gone
   */
  public Freezer {
    forGood = Set.copyOf(forGood);
  }

  /**
   * Freezes all interfaces of some files. Frozen interfaces of other files stay as they are.
   *
   * @param files files without errors
   * @param diagnostics hears of every interface that has changed and may not
   * @return what is frozen now; to be thrown away if there was an error
   */
  public FreezeFile freeze(List<IdlFile> files, Diagnostics diagnostics) {
    var check = new FreezeCheck(before, diagnostics);
    Map<String, FrozenInterface> now = new LinkedHashMap<>();
    before.interfaces().forEach(each -> now.put(each.name(), each));
    for (IdlFile file : files) {
      for (Fingerprint each : Fingerprint.allOf(file)) {
        FrozenInterface known = now.get(each.interfaceName());
        if (known == null || mayDiffer(known) || check.compare(known, each)) {
          now.put(each.interfaceName(), frozen(each, known));
        }
      }
    }
    gone(files)
        .forEach(
            each -> {
              if (mayDiffer(each)) {
                now.remove(each.name());
              } else {
                check.reportGone(each);
              }
            });
    return new FreezeFile(List.copyOf(now.values()));
  }

  private boolean mayDiffer(FrozenInterface known) {
    return acceptsChanges && !known.term().isForGood();
  }

  private FrozenInterface frozen(Fingerprint now, @Nullable FrozenInterface known) {
    Term kept = known != null && known.fingerprint().saysTheSame(now) ? known.term() : term;
    return new FrozenInterface(
        now,
        forGood.contains(now.interfaceName()) ? Term.FOR_GOOD : kept,
        now.lines().get(0).span());
  }

  /** Frozen interfaces that the files should have and have not. */
  private List<FrozenInterface> gone(List<IdlFile> files) {
    Set<String> fileNames =
        files.stream().map(file -> file.source().name()).collect(Collectors.toSet());
    Set<String> names =
        files.stream()
            .flatMap(file -> file.interfaces().stream())
            .map(InterfaceDefinition::name)
            .collect(Collectors.toSet());
    return before.interfaces().stream()
        .filter(each -> fileNames.contains(each.fingerprint().fileName()))
        .filter(each -> !names.contains(each.name()))
        .toList();
  }
}
