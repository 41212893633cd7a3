package org.xpcom4j.registry.component.processor;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.NoSuchFileException;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.annotation.processing.Filer;
import javax.lang.model.element.Element;
import javax.lang.model.util.Elements;
import javax.tools.StandardLocation;

/**
 * The {@code META-INF/services} entry through which tables are found on the class path. Tables that
 * an author wrote by hand and listed in the same file stay listed.
 */
final class ServiceFile {

  private static final String PATH = "META-INF/services/" + Names.TABLE;

  private final Filer filer;
  private final Elements elements;

  ServiceFile(Filer filer, Elements elements) {
    this.filer = filer;
    this.elements = elements;
  }

  void write(Collection<String> tables, List<? extends Element> origins) throws IOException {
    var lines = new TreeSet<>(tables);
    readExisting().stream()
        .filter(name -> elements.getTypeElement(name.replace('$', '.')) != null)
        .forEach(lines::add);
    try (Writer out =
        filer
            .createResource(
                StandardLocation.CLASS_OUTPUT, "", PATH, origins.toArray(Element[]::new))
            .openWriter()) {
      out.write(lines.stream().collect(Collectors.joining("\n", "", "\n")));
    }
  }

  private List<String> readExisting() throws IOException {
    try {
      return filer
          .getResource(StandardLocation.CLASS_OUTPUT, "", PATH)
          .getCharContent(true)
          .toString()
          .lines()
          .map(line -> line.replaceFirst("#.*", "").strip())
          .filter(line -> !line.isEmpty())
          .toList();
    } catch (FileNotFoundException | NoSuchFileException firstRun) {
      return List.of();
    }
  }
}
