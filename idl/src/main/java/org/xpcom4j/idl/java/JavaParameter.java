package org.xpcom4j.idl.java;

import com.palantir.javapoet.TypeName;

/**
 * A parameter of a method of a Java interface.
 *
 * @param idlName its name in IDL, by which doc comments call it
 * @param name its name in Java
 * @param type its type
 * @param fallback what is said of it where the doc comment says nothing
 */
record JavaParameter(String idlName, String name, TypeName type, String fallback) {
  JavaParameter as(TypeName newType) {
    return new JavaParameter(idlName, name, newType, fallback);
  }
}
