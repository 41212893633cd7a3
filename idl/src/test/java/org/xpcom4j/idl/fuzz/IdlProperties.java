package org.xpcom4j.idl.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import org.xpcom4j.idl.diagnostic.Diagnostics;
import org.xpcom4j.idl.format.Formatter;
import org.xpcom4j.idl.header.HeaderBackEnd;
import org.xpcom4j.idl.java.JavaBackEnd;
import org.xpcom4j.idl.model.IdlFile;
import org.xpcom4j.idl.model.InterfaceDefinition;
import org.xpcom4j.idl.source.SourceText;
import org.xpcom4j.idl.syntax.SyntaxTree;
import org.xpcom4j.idl.testing.Compiled;
import org.xpcom4j.idl.testing.Members;
import org.xpcom4j.idl.testing.TreeText;
import org.xpcom4j.idl.typelib.Typelib;
import org.xpcom4j.idl.typelib.TypelibBackEnd;
import org.xpcom4j.idl.typelib.TypelibInterface;
import org.xpcom4j.idl.typelib.TypelibLimitException;
import org.xpcom4j.idl.typelib.TypelibPrinter;
import org.xpcom4j.idl.typelib.TypelibReader;

/** What holds for any text at all. */
final class IdlProperties {
  private static final String NAME = "greeter.idl";

  private IdlProperties() {}

  /** Text is accepted or refused with messages, and whoever comes next can rely on that. */
  static void assertAnswered(String text) throws Exception {
    Compiled compiled = Compiled.of(NAME, Map.of(NAME, text));
    assertTrue(compiled.messages().chars().noneMatch(IdlProperties::isHarmful));
    if (compiled.isAccepted()) {
      assertTranslated(compiled.file());
    } else {
      assertTrue(compiled.messages().contains(": error: [xpidl."), compiled.messages());
    }
    if (parses(text)) {
      assertFormatted(text);
    }
  }

  private static boolean isHarmful(int c) {
    return Character.isISOControl(c) && c != '\n' && c != '\t';
  }

  private static void assertTranslated(IdlFile file) throws Exception {
    new JavaBackEnd(name -> Optional.empty(), false).generate(file);
    new HeaderBackEnd(new Diagnostics()).generate(file);
    byte[] typelib;
    try {
      typelib = TypelibBackEnd.write(file);
    } catch (TypelibLimitException tooLarge) {
      assertTrue(tooLarge.diagnostic().message().length() > 0);
      return;
    }
    Typelib read = TypelibReader.read(typelib);
    assertTrue(TypelibPrinter.print(read).length() >= read.interfaces().size());
    for (InterfaceDefinition each : file.interfaces()) {
      if (each.has(InterfaceDefinition.Flag.SCRIPTABLE)) {
        TypelibInterface same = read.find(each.name()).orElseThrow();
        assertEquals(each.iid(), same.iid());
        assertEquals(Members.of(each), Members.of(same.body().orElseThrow()));
      }
    }
  }

  private static void assertFormatted(String text) throws ReflectiveOperationException {
    String formatted = Formatter.format(source(text));
    assertTrue(parses(formatted), formatted);
    assertEquals(tree(text), tree(formatted));
    assertEquals(formatted, Formatter.format(source(formatted)));
  }

  private static boolean parses(String text) {
    Diagnostics diagnostics = new Diagnostics();
    SyntaxTree.parse(source(text), diagnostics);
    return !diagnostics.hasErrors();
  }

  private static String tree(String text) throws ReflectiveOperationException {
    return TreeText.of(SyntaxTree.parse(source(text), new Diagnostics()).declarations());
  }

  private static SourceText source(String text) {
    return new SourceText("", NAME, text);
  }
}
