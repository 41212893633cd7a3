package org.xpcom4j.idl.command;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a subcommand may be told. This is all that there is to say of it: both readers of command
 * lines, {@link PlainCommandLine} and {@link FullCommandLine}, work by it.
 *
 * @param description what the subcommand does
 * @param options its options, in the order of the help
 * @param files what its files are; there must be one at least
 */
record Grammar(String description, List<Option> options, String files) {
  @Nullable Option find(String name) {
    for (int i = 0; i < options.size(); i++) {
      if (options.get(i).name().equals(name)) {
        return options.get(i);
      }
    }
    return null;
  }
}
