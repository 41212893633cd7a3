package org.xpcom4j.registry.contract;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads one contract ID from left to right and stops at the first mistake. */
final class ContractIdParser {

  private static final String SHAPE = "@example.org/greeter;1";
  private static final int MOST_VERSION_DIGITS = 9;

  private final String text;
  private int at;

  ContractIdParser(String text) {
    this.text = text;
  }

  ParsedContractId parse() throws Mistake {
    if (text.isEmpty()) {
      throw mistake(0, "contract ID is empty", "a contract ID", SHAPE);
    }
    if (!skip('@')) {
      String corrected = "@" + text;
      throw mistake(
          0, "contract ID does not start with @", "@", isRight(corrected) ? corrected : SHAPE);
    }
    String domain = readName("domain", "a domain such as example.org");
    if (!skip('/')) {
      requireOneOf(";?", "domain");
      throw mistake(at, "contract ID has no module", "a slash and a module name", SHAPE);
    }
    String module = readModule();
    int version = readVersion();
    Map<String, String> parameters = readParameters();
    return new ParsedContractId(domain, module, version, parameters);
  }

  private String readModule() throws Mistake {
    int start = at;
    do {
      readName("module", "a module name");
    } while (skip('/'));
    return text.substring(start, at);
  }

  private int readVersion() throws Mistake {
    String moduleEnd = text.substring(0, at);
    if (!skip(';')) {
      requireOneOf("?", "module");
      String corrected = moduleEnd + ";1" + text.substring(at);
      throw mistake(at, "contract ID has no version", "; and a number", orShape(corrected));
    }
    int start = at;
    while (at < text.length() && isDigit(text.charAt(at))) {
      at++;
    }
    if (at == start) {
      boolean missing = at == text.length() || text.charAt(at) == '?';
      throw mistake(
          at,
          missing ? "contract ID has no version" : "contract ID has a version that is no number",
          "a number",
          orShape(missing ? moduleEnd + ";1" + text.substring(at) : moduleEnd + ";1"));
    }
    if (at - start > MOST_VERSION_DIGITS) {
      throw mistake(
          start, "contract ID has a version that is too large", "at most nine digits", SHAPE);
    }
    if (text.charAt(start) == '0' && at - start > 1) {
      throw mistake(
          start,
          "contract ID has a version that starts with 0",
          "a number without leading zeros",
          SHAPE);
    }
    return Integer.parseInt(text.substring(start, at));
  }

  private Map<String, String> readParameters() throws Mistake {
    var parameters = new LinkedHashMap<String, String>();
    if (at == text.length()) {
      return parameters;
    }
    if (!skip('?')) {
      throw mistake(
          at,
          "contract ID goes on after its version",
          "the end, or ? and parameters",
          SHAPE + "?lang=en");
    }
    do {
      readParameter(parameters);
    } while (skip('&'));
    if (at < text.length()) {
      throw mistake(
          at,
          "contract ID has " + describe(text.charAt(at)) + " after a parameter",
          "&",
          SHAPE + "?a=1&b=2");
    }
    return parameters;
  }

  private void readParameter(Map<String, String> parameters) throws Mistake {
    int start = at;
    String name = readName("parameter name", "name=value");
    if (!skip('=')) {
      throw mistake(
          at, "contract ID has a parameter without a value", "= and a value", SHAPE + "?lang=en");
    }
    int valueStart = at;
    while (at < text.length() && isValueCharacter(text.charAt(at))) {
      at++;
    }
    if (at == valueStart) {
      throw mistake(
          at, "contract ID has a parameter without a value", "a value", SHAPE + "?lang=en");
    }
    if (parameters.putIfAbsent(name, text.substring(valueStart, at)) != null) {
      throw new Mistake(
          new ContractIdProblem(
              text,
              start,
              "contract ID names \"" + name + "\" twice",
              "another name",
              Optional.empty()));
    }
  }

  private String readName(String what, String expected) throws Mistake {
    int start = at;
    while (at < text.length() && isNameCharacter(text.charAt(at))) {
      at++;
    }
    if (at == start) {
      boolean strange = at < text.length() && "/;?&=".indexOf(text.charAt(at)) < 0;
      if (strange) {
        throw strange(what);
      }
      throw mistake(at, "contract ID has an empty " + what, expected, SHAPE);
    }
    return text.substring(start, at);
  }

  /** Tells a character that belongs nowhere from one that comes too early. */
  private void requireOneOf(String known, String part) throws Mistake {
    if (at < text.length() && known.indexOf(text.charAt(at)) < 0) {
      throw strange(part);
    }
  }

  private Mistake strange(String what) {
    return mistake(
        at,
        "contract ID has " + describe(text.charAt(at)) + " in its " + what,
        "letters, digits or . - _ +",
        SHAPE);
  }

  private boolean skip(char wanted) {
    boolean there = at < text.length() && text.charAt(at) == wanted;
    if (there) {
      at++;
    }
    return there;
  }

  private Mistake mistake(int position, String clause, String expected, String correction) {
    return new Mistake(
        new ContractIdProblem(text, position, clause, expected, Optional.of(correction)));
  }

  private static String orShape(String corrected) {
    return isRight(corrected) ? corrected : SHAPE;
  }

  private static boolean isRight(String candidate) {
    return candidate.startsWith("@") && ParsedContractId.findProblem(candidate).isEmpty();
  }

  private static String describe(char c) {
    if (c == ' ') {
      return "a space";
    }
    return c > ' ' && c < 0x7f ? "\"" + c + "\"" : String.format("character U+%04X", (int) c);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isNameCharacter(char c) {
    return isDigit(c)
        || (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || c == '.'
        || c == '-'
        || c == '_'
        || c == '+';
  }

  private static boolean isValueCharacter(char c) {
    return c > ' ' && c < 0x7f && c != '&' && c != '?' && c != '=';
  }

  /** Carries the first mistake out of the parser; it never leaves this package. */
  static final class Mistake extends Exception {

    private static final long serialVersionUID = 1L;

    final transient ContractIdProblem problem;

    Mistake(ContractIdProblem problem) {
      super(problem.clause(), null, false, false);
      this.problem = problem;
    }
  }
}
