package org.xpcom4j.idl.semantic;

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
   * Tells where {@link #find} looks.
   *
   * @param from the file with the include line
   * @return the places in order, for messages
   */
  String describeSearch(SourceText from);
}
