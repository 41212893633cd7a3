package org.xpcom4j.idl.freeze;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xpcom4j.idl.diagnostic.Diagnostic;
import org.xpcom4j.idl.diagnostic.Diagnostics;
import org.xpcom4j.idl.diagnostic.Tag;
import org.xpcom4j.idl.source.SourceText;
import org.xpcom4j.idl.source.Span;

/** Reads the lines of a freeze file. */
final class FreezeFileParser {
  private static final Pattern HEAD = Pattern.compile("interface (\\w+) in (\\S+), frozen (.+)");
  private static final Pattern DIGEST = Pattern.compile("digest ([0-9a-f]{16})");
  private static final String EXPECTED_HEAD =
      "interface NAME in FILE.idl, frozen at VERSION (or: frozen for good)";

  private final SourceText source;
  private final Diagnostics diagnostics;
  private final Map<String, FrozenInterface> found = new HashMap<>();
  private boolean isFormatRead;
  private Optional<Block> block = Optional.empty();

  FreezeFileParser(SourceText source, Diagnostics diagnostics) {
    this.source = source;
    this.diagnostics = diagnostics;
  }

  List<FrozenInterface> parse() {
    int start = 0;
    for (String line : source.text().split("\r\n|\r|\n", -1)) {
      String text = line.strip();
      int column = line.indexOf(text);
      if (!text.isEmpty() && !text.startsWith("#")) {
        int begin = start + column;
        line(text, column > 0, new Span(source, begin, begin + text.length()));
      }
      start += line.length();
      start += source.text().startsWith("\r\n", start) ? 2 : 1;
    }
    block.ifPresent(open -> error(open.span, "digest of " + open.name + " is missing"));
    if (!isFormatRead) {
      format("", new Span(source, 0, 0));
    }
    return List.copyOf(found.values());
  }

  private void line(String text, boolean isIndented, Span span) {
    if (!isFormatRead) {
      format(text, span);
    } else if (!isIndented) {
      head(text, span);
    } else if (block.isPresent()) {
      Matcher digest = DIGEST.matcher(text);
      if (digest.matches()) {
        end(block.get(), digest.group(1), span);
      } else {
        block.get().lines.add(new FingerprintLine(text, span));
      }
    } else {
      report(error("a line that belongs to no interface", span).expected(EXPECTED_HEAD));
    }
  }

  private void format(String text, Span span) {
    isFormatRead = true;
    if (!text.equals(FreezeFile.FORMAT)) {
      report(error("this is no freeze file", span).expected(FreezeFile.FORMAT));
    }
  }

  private void head(String text, Span span) {
    block.ifPresent(open -> error(open.span, "digest of " + open.name + " is missing"));
    block = Optional.empty();
    Matcher matcher = HEAD.matcher(text);
    Optional<Term> term = matcher.matches() ? Term.parse(matcher.group(3)) : Optional.empty();
    if (term.isEmpty()) {
      report(error("this is no head of an interface", span).expected(EXPECTED_HEAD));
    } else {
      block = Optional.of(new Block(matcher.group(1), matcher.group(2), term.get(), span));
    }
  }

  private void end(Block read, String digest, Span span) {
    block = Optional.empty();
    var fingerprint = new Fingerprint(read.name, read.file, read.lines);
    if (!fingerprint.digest().equals(digest)) {
      report(
          error("the lines of " + read.name + " are not those that were frozen", span)
              .expected("digest " + fingerprint.digest())
              .hint("undo the edit, or merge again; \"xpidl freeze\" writes this file"));
      return;
    }
    var frozen = new FrozenInterface(fingerprint, read.term, read.span);
    FrozenInterface before = found.putIfAbsent(read.name, frozen);
    if (before != null) {
      report(error(read.name + " is frozen twice", read.span).previous(before.span()));
    }
  }

  private void error(Span span, String message) {
    report(error(message, span).hint("\"xpidl freeze\" writes this file"));
  }

  private static Diagnostic error(String message, Span span) {
    return Diagnostic.error(Tag.FREEZE_FILE, span, message);
  }

  private void report(Diagnostic diagnostic) {
    diagnostics.report(diagnostic);
  }

  /** An interface whose end was not read yet. */
  private static final class Block {
    private final String name;
    private final String file;
    private final Term term;
    private final Span span;
    private final List<FingerprintLine> lines = new ArrayList<>();

    Block(String name, String file, Term term, Span span) {
      this.name = name;
      this.file = file;
      this.term = term;
      this.span = span;
    }
  }
}
