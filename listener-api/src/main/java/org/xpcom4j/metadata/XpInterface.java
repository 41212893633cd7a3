package org.xpcom4j.metadata;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says which XPCOM interface a Java interface stands for. The IDL compiler writes it; a Java
 * interface without it is invisible to {@code queryInterface}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface XpInterface {

  /**
   * The interface's ID.
   *
   * @return 36 characters in lower case, without braces
   */
  String iid();

  /**
   * Tells whether the interface may be used across languages, as its IDL says.
   *
   * @return whether the IDL carries {@code [scriptable]}
   */
  boolean scriptable() default true;

  /**
   * The contract IDs that the IDL names for this interface, in the order of its constants.
   *
   * @return contract IDs such as {@code "@mozilla.org/observer-service;1"}
   */
  String[] contracts() default {};
}
