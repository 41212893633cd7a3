package org.xpcom4j.idl.command;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.xpcom4j.idl.diagnostic.Diagnostics;
import org.xpcom4j.idl.semantic.FrontEnd;
import org.xpcom4j.idl.semantic.SourceFinder;
import org.xpcom4j.idl.source.SourceText;

/**
 * Loads the classes of the front end on a second processor while the first one reads the command
 * line. Half of the time of a process with one file goes into loading classes.
 */
final class WarmUp implements Runnable, SourceFinder {
  private static final String IDL =
      """
      typedef unsigned long exCount;
      /** Has one of everything that most files have. */
      [scriptable, uuid(00000000-0000-0000-0000-000000000000)]
      interface exIWarmUp {
        const exCount MOST = (1 << 4) | 1;
        readonly attribute exIWarmUp next;
        void find(in boolean all, [array, size_is(count)] in octet names, in exCount count);
      };
      """;

  private WarmUp() {}

  static void start() {
    Thread thread = new Thread(new WarmUp(), "xpidl-warm-up");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void run() {
    new FrontEnd(this, new Diagnostics()).compile(new SourceText("", "exIWarmUp.idl", IDL));
  }

  @Override
  public Optional<SourceText> find(SourceText from, String name) {
    return Optional.empty();
  }

  @Override
  public Collection<String> names(SourceText from) {
    return List.of();
  }

  @Override
  public String describeSearch(SourceText from) {
    return "no folder";
  }
}
