package org.xpcom4j.idl.diagnostic;

/** How many columns text takes on a screen. */
final class Columns {
  private static final char WIDE_SPACE = '\u3000';

  private Columns() {}

  /**
   * Makes space that is as wide as a text: a tab for a tab, two columns for the wide characters of
   * Asian scripts, none for marks that are put on the character before.
   */
  static String blank(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            each -> {
              if (each == '\t') {
                out.append('\t');
              } else if (isWide(each)) {
                out.append(WIDE_SPACE);
              } else if (!isMark(each)) {
                out.append(' ');
              }
            });
    return out.toString();
  }

  private static boolean isMark(int codePoint) {
    int type = Character.getType(codePoint);
    return type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT;
  }

  private static boolean isWide(int codePoint) {
    return (codePoint >= 0x1100 && codePoint <= 0x115F) // first parts of Korean syllables
        || (codePoint >= 0x2E80 && codePoint <= 0xA4CF) // Chinese, Japanese
        || (codePoint >= 0xAC00 && codePoint <= 0xD7A3) // Korean syllables
        || (codePoint >= 0xF900 && codePoint <= 0xFAFF) // Chinese, compatibility
        || (codePoint >= 0xFE30 && codePoint <= 0xFE6F) // forms for vertical text
        || (codePoint >= 0xFF00 && codePoint <= 0xFF60) // wide ASCII
        || (codePoint >= 0xFFE0 && codePoint <= 0xFFE6)
        || (codePoint >= 0x1F300 && codePoint <= 0x1FAFF) // pictures
        || (codePoint >= 0x20000 && codePoint <= 0x3FFFD); // more Chinese
  }
}
