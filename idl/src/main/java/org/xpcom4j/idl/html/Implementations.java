package org.xpcom4j.idl.html;

import java.util.ArrayList;
import java.util.List;
import org.xpcom4j.idl.diagnostic.Diagnostic;
import org.xpcom4j.idl.diagnostic.Diagnostics;
import org.xpcom4j.idl.diagnostic.Tag;
import org.xpcom4j.idl.source.SourceText;
import org.xpcom4j.idl.source.Span;

/**
 * Which classes implement which interfaces, as a text says it.
 *
 * @param all in the order of the text
 */
public record Implementations(List<Implementation> all) {
  /** Nothing is known. */
  public static final Implementations NONE = new Implementations(List.of());

  private static final int COUNT = 4;

  private static final String COLUMNS =
      "class, module, contract IDs and interfaces: three tabs; spaces within the last two";

  /**
   * Copies the list.
   *
   * @param all in the order of the text
   */
  public Implementations {
    all = List.copyOf(all);
  }

  /**
   * One class.
   *
   * @param className the class
   * @param module where it is from; may be empty
   * @param contractIds what it is registered under
   * @param interfaces the names of the interfaces that it implements, their bases too
   */
  public record Implementation(
      String className, String module, List<String> contractIds, List<String> interfaces) {
    /**
     * Copies the lists.
     *
     * @param className the class
     * @param module where it is from; may be empty
     * @param contractIds what it is registered under
     * @param interfaces the names of the interfaces that it implements, their bases too
     */
    public Implementation {
      contractIds = List.copyOf(contractIds);
      interfaces = List.copyOf(interfaces);
    }
  }

  /**
   * Reads a text with tabs between its four columns: class, module, contract IDs, interfaces.
   * Lines that are empty or begin with {@code #} are left out.
   *
   * @param source the text
   * @param diagnostics hears of lines with another number of columns
   * @return what the text says
   */
  public static Implementations parse(SourceText source, Diagnostics diagnostics) {
    List<Implementation> all = new ArrayList<>();
    int start = 0;
    for (String line : source.text().split("\n", -1)) {
      String text = line.stripTrailing();
      if (!text.isEmpty() && !text.startsWith("#")) {
        String[] columns = text.split("\t", -1);
        if (columns.length == COUNT) {
          all.add(new Implementation(columns[0], columns[1], words(columns[2]), words(columns[3])));
        } else {
          Span span = new Span(source, start, start + text.length());
          diagnostics.report(
              Diagnostic.error(
                      Tag.IMPLEMENTATIONS,
                      span,
                      "a line of implementations has " + COUNT + " columns, not " + columns.length)
                  .expected(COLUMNS));
        }
      }
      start += line.length() + 1;
    }
    return new Implementations(all);
  }

  private static List<String> words(String column) {
    return column.isEmpty() ? List.of() : List.of(column.split(" +"));
  }

  /** The classes that implement an interface. */
  List<Implementation> of(String interfaceName) {
    return all.stream().filter(each -> each.interfaces().contains(interfaceName)).toList();
  }
}
