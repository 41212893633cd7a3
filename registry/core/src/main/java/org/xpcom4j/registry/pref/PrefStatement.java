package org.xpcom4j.registry.pref;

/**
 * What a preference file says about one preference.
 *
 * @param kind on which side
 * @param name the preference
 * @param value a String, an Integer or a Boolean
 * @param offset where it begins in the file, in bytes
 */
record PrefStatement(Kind kind, String name, Object value, int offset) {

  /** The keywords of the file. */
  enum Kind {
    /** A default. */
    PREF("pref"),
    /** A default; a value of the user is kept also if it is equal. */
    STICKY_PREF("sticky_pref"),
    /** A value of the user. */
    USER_PREF("user_pref");

    private final String keyword;

    Kind(String keyword) {
      this.keyword = keyword;
    }

    String keyword() {
      return keyword;
    }
  }
}
