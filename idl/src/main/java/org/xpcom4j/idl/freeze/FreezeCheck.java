package org.xpcom4j.idl.freeze;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xpcom4j.idl.diagnostic.Diagnostic;
import org.xpcom4j.idl.diagnostic.Diagnostics;
import org.xpcom4j.idl.diagnostic.Tag;
import org.xpcom4j.idl.model.IdlFile;
import org.xpcom4j.idl.source.Span;

/** Compares interfaces with what was frozen. */
public final class FreezeCheck {
  private static final Pattern NUMBERED = Pattern.compile("(.*?)([0-9]{1,4})");

  private final FreezeFile frozen;
  private final Diagnostics diagnostics;

  /**
   * Makes a check.
   *
   * @param frozen what was frozen
   * @param diagnostics hears of every interface that is not as it was
   */
  public FreezeCheck(FreezeFile frozen, Diagnostics diagnostics) {
    this.frozen = frozen;
    this.diagnostics = diagnostics;
  }

  /**
   * Compares all frozen interfaces. Interfaces that are not frozen may be anything.
   *
   * @param files files without errors; among them those with the frozen interfaces
   */
  public void check(List<IdlFile> files) {
    List<Fingerprint> now =
        files.stream().flatMap(file -> Fingerprint.allOf(file).stream()).toList();
    for (FrozenInterface each : frozen.interfaces()) {
      find(now, each.name()).ifPresentOrElse(found -> compare(each, found), () -> reportGone(each));
    }
  }

  /** Compares one interface; tells whether it is as it was. */
  boolean compare(FrozenInterface before, Fingerprint now) {
    if (before.fingerprint().saysTheSame(now)) {
      return true;
    }
    Difference difference = Difference.between(before.fingerprint(), now);
    Span place = difference.place().orElseGet(() -> now.lines().get(0).span());
    String freezeFile = before.span().source().name();
    diagnostics.report(
        Diagnostic.error(
                Tag.FROZEN,
                place,
                before.name() + " is frozen " + before.term() + " and has changed")
            .difference("- " + freezeFile + ", + " + now.fileName() + difference.text())
            .hint(advice(before)));
    return false;
  }

  void reportGone(FrozenInterface before) {
    String file = before.fingerprint().fileName();
    diagnostics.report(
        Diagnostic.error(
                Tag.FROZEN,
                before.span(),
                before.name() + " is frozen " + before.term() + " and is gone")
            .expected("interface " + before.name() + " in " + file)
            .hint(
                before.term().isForGood()
                    ? "bring it back: others depend on it"
                    : "bring it back; if nobody depends on it yet: " + accept(before)));
  }

  private static Optional<Fingerprint> find(List<Fingerprint> all, String name) {
    return all.stream().filter(each -> each.interfaceName().equals(name)).findFirst();
  }

  private static String advice(FrozenInterface frozen) {
    String name = frozen.name();
    String advice =
        "leave it as it was; what is new goes into an interface that extends it, with a uuid of"
            + " its own: interface "
            + successor(name)
            + " : "
            + name;
    return frozen.term().isForGood()
        ? advice
        : advice + "\n    if nobody depends on " + name + " yet: " + accept(frozen);
  }

  /** The command that freezes an interface anew. */
  private static String accept(FrozenInterface frozen) {
    return "xpidl freeze --accept --as VERSION -o "
        + frozen.span().source().name()
        + " "
        + frozen.fingerprint().fileName();
  }

  /** The habit of XPCOM: nsIFoo, nsIFoo2, nsIFoo3. */
  private static String successor(String name) {
    Matcher matcher = NUMBERED.matcher(name);
    return matcher.matches()
        ? matcher.group(1) + (Integer.parseInt(matcher.group(2)) + 1)
        : name + "2";
  }
}
