package org.xpcom4j.idl.java;

/**
 * A Java source file.
 *
 * @param packageName the package of its type
 * @param simpleName the name of its type
 * @param source the text
 */
public record GeneratedType(String packageName, String simpleName, String source) {
  /** {@return the full name of the type} */
  public String qualifiedName() {
    return packageName.isEmpty() ? simpleName : packageName + "." + simpleName;
  }
}
