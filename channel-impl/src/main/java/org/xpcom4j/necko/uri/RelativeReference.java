package org.xpcom4j.necko.uri;

import java.util.Locale;

/** Joins a relative reference to the URL that it stands in. */
final class RelativeReference {
  private RelativeReference() {}

  /**
   * Resolves a reference. The result has no dot segments and is not otherwise normalised; a
   * reference with a scheme of its own is given back.
   */
  static String resolve(ParsedUrl base, String reference) {
    UrlText text = UrlText.clean(reference).withForwardSlashes();
    int colon = text.schemeEnd();
    boolean hasScheme = colon >= 0 && text.badSchemeCharacter(colon) < 0;
    if (!hasScheme) {
      return withoutDots(join(base, text.text()));
    }
    String scheme = text.between(0, colon).toLowerCase(Locale.ROOT);
    String rest = text.between(colon + 1, text.length());
    boolean isRelative = scheme.equals(base.scheme()) && !rest.startsWith("//");
    return withoutDots(isRelative ? join(base, rest) : text.text());
  }

  private static String join(ParsedUrl base, String relative) {
    if (relative.startsWith("//")) {
      return base.scheme() + ":" + relative;
    }
    if (relative.startsWith("/")) {
      return base.prePath() + relative;
    }
    if (relative.startsWith("?")) {
      return base.prePath() + base.filePath() + relative;
    }
    if (relative.isEmpty() || relative.startsWith("#")) {
      return base.specIgnoringRef() + relative;
    }
    String file = base.filePath();
    return base.prePath() + file.substring(0, file.lastIndexOf('/') + 1) + relative;
  }

  private static String withoutDots(String spec) {
    int authority = spec.indexOf("://");
    if (authority < 0) {
      return spec;
    }
    UrlText text = new UrlText(spec);
    int start = text.indexOfAny("/?#", authority + 3, spec.length());
    if (start == spec.length() || spec.charAt(start) != '/') {
      return spec;
    }
    int end = text.indexOfAny("?#", start, spec.length());
    return spec.substring(0, start)
        + DotSegments.remove(spec.substring(start, end))
        + spec.substring(end);
  }
}
