package org.xpcom4j.idl.command;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.xpcom4j.idl.diagnostic.Diagnostic;
import org.xpcom4j.idl.diagnostic.Diagnostics;
import org.xpcom4j.idl.format.Formatter;
import org.xpcom4j.idl.source.DecodedText;
import org.xpcom4j.idl.source.SourceText;
import org.xpcom4j.idl.syntax.SyntaxTree;

/** Gives files the canonical layout, or tells which do not have it. */
final class FormatCommand implements Subcommand {
  @Override
  public Grammar grammar() {
    return new Grammar(
        "Give files the canonical layout; print the names of those that changed.",
        List.of(
            Option.flag(
                "--check", "Write nothing; print the names of those that would change, and fail.")),
        "IDL files.");
  }

  @Override
  public int run(Arguments given, Terminal terminal) throws UsageException {
    boolean isCheck = given.has("--check");
    int code = Xpidl.ACCEPTED;
    for (String argument : given.files()) {
      code = Math.max(code, format(argument, isCheck, terminal));
    }
    return code;
  }

  private static int format(String argument, boolean isCheck, Terminal terminal)
      throws UsageException {
    try {
      Path file = Path.of(argument);
      DecodedText decoded = DecodedText.of(FileBytes.read(file));
      SourceText source = new SourceText("", argument, decoded.text());
      if (!parses(source, terminal)) {
        return Xpidl.REFUSED;
      }
      String formatted = Formatter.format(source);
      if (formatted.equals(decoded.text())) {
        return Xpidl.ACCEPTED;
      }
      terminal.out().println(argument);
      if (isCheck) {
        return Xpidl.REFUSED;
      }
      FileBytes.replace(file, decoded.encode(formatted));
      return Xpidl.ACCEPTED;
    } catch (IOException failure) {
      throw UsageException.of(argument, failure);
    } catch (InvalidPathException wrong) {
      throw new UsageException(argument + ": this cannot be the name of a file");
    }
  }

  private static boolean parses(SourceText source, Terminal terminal) {
    Diagnostics diagnostics = new Diagnostics();
    SyntaxTree.parse(source, diagnostics);
    if (diagnostics.hasErrors()) {
      Messages messages = new Messages(terminal);
      for (Diagnostic diagnostic : diagnostics.all()) {
        terminal.err().println(messages.format(diagnostic));
      }
    }
    return !diagnostics.hasErrors();
  }
}
