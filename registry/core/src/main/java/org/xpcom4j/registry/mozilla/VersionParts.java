package org.xpcom4j.registry.mozilla;

import java.math.BigInteger;

/** Compares versions such as {@code 1.9.2} and {@code 1.9b3}, part by part. */
final class VersionParts {

  private VersionParts() {}

  static int compare(String a, String b) {
    String[] ours = a.split("\\.", -1);
    String[] theirs = b.split("\\.", -1);
    for (int at = 0; at < Math.max(ours.length, theirs.length); at++) {
      int order = comparePart(part(ours, at), part(theirs, at));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private static String part(String[] parts, int at) {
    return at < parts.length ? parts[at] : "0";
  }

  private static int comparePart(String a, String b) {
    int byNumber = number(a).compareTo(number(b));
    if (byNumber != 0) {
      return byNumber;
    }
    String ourRest = a.substring(digits(a));
    String theirRest = b.substring(digits(b));
    if (ourRest.isEmpty() || theirRest.isEmpty()) {
      return Boolean.compare(ourRest.isEmpty(), theirRest.isEmpty());
    }
    return ourRest.compareTo(theirRest);
  }

  private static BigInteger number(String part) {
    int digits = digits(part);
    return digits == 0 ? BigInteger.ZERO : new BigInteger(part.substring(0, digits));
  }

  private static int digits(String part) {
    int at = 0;
    while (at < part.length() && part.charAt(at) >= '0' && part.charAt(at) <= '9') {
      at++;
    }
    return at;
  }
}
