package org.xpcom4j.necko.security;

import org.xpcom4j.result.Nsresult;
import org.xpcom4j.result.XpcomException;

/** Reads the application protocols to offer: names with commas between them, best first. */
final class AlpnList {
  private static final int MAX_NAME_BYTES = 255;

  private AlpnList() {}

  /**
   * The names of a list; none for empty text.
   *
   * @throws XpcomException NS_ERROR_ILLEGAL_VALUE when a name is empty or too long
   */
  static String[] parse(String list) {
    if (list.isEmpty()) {
      return new String[0];
    }
    String[] names = list.split(",", -1);
    for (int i = 0; i < names.length; i++) {
      names[i] = names[i].strip();
      if (names[i].isEmpty() || names[i].length() > MAX_NAME_BYTES) {
        throw new XpcomException(
            Nsresult.NS_ERROR_ILLEGAL_VALUE,
            "application protocol "
                + (i + 1)
                + " has "
                + names[i].length()
                + " characters\n  expected: 1 to 255, as in http/1.1,h2");
      }
    }
    return names;
  }
}
