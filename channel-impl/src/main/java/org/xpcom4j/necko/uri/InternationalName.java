package org.xpcom4j.necko.uri;

import java.lang.Character.UnicodeScript;
import java.net.IDN;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * International host names, prepared by {@link IDN}: IDNA 2003, so {@code ß} becomes {@code ss}.
 * Gecko prepares by IDNA 2008 with transitional mapping; the two differ in few characters.
 */
final class InternationalName {
  private static final String ACE_PREFIX = "xn--";
  private static final Set<UnicodeScript> JAPANESE =
      EnumSet.of(
          UnicodeScript.LATIN, UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA);
  private static final Set<UnicodeScript> KOREAN =
      EnumSet.of(UnicodeScript.LATIN, UnicodeScript.HAN, UnicodeScript.HANGUL);
  private static final Set<UnicodeScript> CHINESE =
      EnumSet.of(UnicodeScript.LATIN, UnicodeScript.HAN, UnicodeScript.BOPOMOFO);

  private InternationalName() {}

  static boolean hasAceLabel(String lowerCaseHost) {
    return lowerCaseHost.startsWith(ACE_PREFIX) || lowerCaseHost.contains("." + ACE_PREFIX);
  }

  /** The name in punycode and lower case, empty when it cannot be prepared. */
  static Optional<String> toAscii(String host) {
    try {
      return Optional.of(IDN.toASCII(host, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * The name to show: Unicode if it leads back to the same punycode and no label mixes scripts that
   * hide a look-alike; else the punycode.
   */
  static String display(String ascii) {
    String unicode = IDN.toUnicode(ascii, IDN.ALLOW_UNASSIGNED);
    boolean leadsBack = toAscii(unicode).filter(ascii::equals).isPresent();
    if (!leadsBack) {
      return ascii;
    }
    for (String label : unicode.split("\\.", -1)) {
      if (!isSafe(label)) {
        return ascii;
      }
    }
    return unicode;
  }

  private static boolean isSafe(String label) {
    Set<UnicodeScript> scripts = EnumSet.noneOf(UnicodeScript.class);
    for (int codePoint : label.codePoints().toArray()) {
      int type = Character.getType(codePoint);
      boolean isVisible =
          type != Character.CONTROL
              && type != Character.FORMAT
              && type != Character.UNASSIGNED
              && type != Character.PRIVATE_USE
              && !Character.isSpaceChar(codePoint);
      if (!isVisible) {
        return false;
      }
      scripts.add(UnicodeScript.of(codePoint));
    }
    scripts.remove(UnicodeScript.COMMON);
    scripts.remove(UnicodeScript.INHERITED);
    return scripts.size() <= 1
        || JAPANESE.containsAll(scripts)
        || KOREAN.containsAll(scripts)
        || CHINESE.containsAll(scripts);
  }
}
