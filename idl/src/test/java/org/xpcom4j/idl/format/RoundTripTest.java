package org.xpcom4j.idl.format;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xpcom4j.idl.diagnostic.DiagnosticFormat;
import org.xpcom4j.idl.diagnostic.Diagnostics;
import org.xpcom4j.idl.model.IdlFile;
import org.xpcom4j.idl.model.InterfaceDefinition;
import org.xpcom4j.idl.semantic.FrontEnd;
import org.xpcom4j.idl.semantic.SourceFinder;
import org.xpcom4j.idl.source.SourceText;
import org.xpcom4j.idl.testing.IdlFolders;
import org.xpcom4j.idl.testing.Members;
import org.xpcom4j.idl.testing.TreeText;
import org.xpcom4j.idl.typelib.Typelib;
import org.xpcom4j.idl.typelib.TypelibBackEnd;
import org.xpcom4j.idl.typelib.TypelibInterface;
import org.xpcom4j.idl.typelib.TypelibPrinter;
import org.xpcom4j.idl.typelib.TypelibReader;

/** With the files of the api module, and with such as real trees have, loose and strange. */
@DisplayName("There and back")
class RoundTripTest {
  private static final Path LOOSE = Path.of("src/test/resources/org/xpcom4j/idl/loose");
  private static final IdlFolders FILES = new IdlFolders(LOOSE, IdlFolders.ofApi());

  @ParameterizedTest
  @MethodSource("names")
  void whatIsLaidOutMeansTheSame(String name) throws ReflectiveOperationException {
    SourceText laidOut = laidOut(FILES.get(name));
    assertEquals(TreeText.of(model(FILES.get(name))), TreeText.of(model(laidOut)));
    assertEquals(laidOut.text(), Formatter.format(laidOut));
  }

  @ParameterizedTest
  @MethodSource("names")
  void whatIsLaidOutGivesTheSameTypelib(String name) {
    assertArrayEquals(
        TypelibBackEnd.write(model(FILES.get(name))),
        TypelibBackEnd.write(model(laidOut(FILES.get(name)))));
  }

  @ParameterizedTest
  @MethodSource("names")
  void aTypelibSaysWhatTheModelSays(String name) throws Exception {
    IdlFile model = model(FILES.get(name));
    Typelib read = TypelibReader.read(TypelibBackEnd.write(model));
    for (InterfaceDefinition each : model.interfaces()) {
      Optional<TypelibInterface> same = read.find(each.name());
      if (each.has(InterfaceDefinition.Flag.SCRIPTABLE)) {
        assertEquals(each.iid(), same.orElseThrow().iid());
        assertEquals(Members.of(each), Members.of(same.orElseThrow().body().orElseThrow()));
      } else {
        assertFalse(same.flatMap(TypelibInterface::body).isPresent(), each.name());
      }
    }
    List<String> printed =
        TypelibPrinter.print(read)
            .lines()
            .filter(line -> line.startsWith("interface ") && line.endsWith("{"))
            .map(line -> line.split(" ", -1)[1])
            .sorted()
            .toList();
    assertEquals(
        model.interfaces().stream()
            .filter(each -> each.has(InterfaceDefinition.Flag.SCRIPTABLE))
            .map(InterfaceDefinition::name)
            .sorted()
            .toList(),
        printed);
  }

  private static SourceText laidOut(SourceText source) {
    return new SourceText(source.folder(), source.name(), Formatter.format(source));
  }

  /** The model of a text that takes the place of the file with its name. */
  private static IdlFile model(SourceText text) {
    SourceFinder finder =
        new SourceFinder() {
          @Override
          public Optional<SourceText> find(SourceText from, String name) {
            return name.equals(text.name()) ? Optional.of(text) : FILES.find(from, name);
          }

          @Override
          public String describeSearch(SourceText from) {
            return FILES.describeSearch(from);
          }
        };
    Diagnostics diagnostics = new Diagnostics();
    IdlFile model = new FrontEnd(finder, diagnostics).compile(text);
    assertFalse(
        diagnostics.hasErrors(),
        () ->
            diagnostics.all().stream()
                .map(DiagnosticFormat::format)
                .collect(Collectors.joining("\n")));
    return model;
  }

  private static List<String> names() {
    return FILES.names();
  }
}
