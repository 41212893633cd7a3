package org.xpcom4j.registry.component;

import jakarta.inject.Qualifier;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Qualifies an injection point with the contract ID of the component that it wants.
 *
 * @see ContractIds#contractId
 */
@Qualifier
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.PARAMETER, ElementType.FIELD, ElementType.METHOD})
public @interface ContractId {

  /**
   * The contract ID.
   *
   * @return for instance {@code "@mozilla.org/observer-service;1"}
   */
  String value();
}
