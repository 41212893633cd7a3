package org.xpcom4j.contract.host.command;

import java.util.List;

/** Sets rows of cells under each other. */
final class Columns {
  private static final String GAP = "  ";

  private Columns() {}

  /** One line for each row; each column is as wide as its widest cell, the last one as it is. */
  static List<String> of(List<List<String>> rows) {
    return rows.stream().map(row -> line(row, rows)).toList();
  }

  private static String line(List<String> row, List<List<String>> rows) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < row.size() - 1; column++) {
      String cell = row.get(column);
      line.append(cell).append(" ".repeat(width(column, rows) - cell.length())).append(GAP);
    }
    return line.append(row.get(row.size() - 1)).toString();
  }

  private static int width(int column, List<List<String>> rows) {
    return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
  }
}
