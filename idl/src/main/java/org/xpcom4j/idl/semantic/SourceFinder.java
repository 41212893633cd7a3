package org.xpcom4j.idl.semantic;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.xpcom4j.idl.source.SourceText;

/** Finds the files that include lines name. */
public interface SourceFinder {
  /**
   * Finds a file. The same file is the same object each time.
   *
   * @param from the file with the include line
   * @param name the name between the quotes
   * @return the file, if there is one
   */
  Optional<SourceText> find(SourceText from, String name);

  /**
   * Lists the names by which {@link #find} finds something. It is asked only after a mistake, for
   * names that resemble the written one; a finder that cannot tell gives none.
   *
   * @param from the file with the mistake
   * @return names of files
   */
  default Collection<String> names(SourceText from) {
    return List.of();
  }

  /**
   * Tells where {@link #find} looks.
   *
   * @param from the file with the include line
   * @return the places in order, for messages
   */
  String describeSearch(SourceText from);
}
