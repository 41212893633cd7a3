package org.xpcom4j.registry.component.processor;

/** The types that the processor looks for in user code, by name. */
final class Names {

  static final String COMPONENT = "org.xpcom4j.registry.component.Component";
  static final String CONTRACT_ID = "org.xpcom4j.registry.component.ContractId";
  static final String TABLE = "org.xpcom4j.registry.component.ComponentTable";
  static final String XP_INTERFACE = "org.xpcom4j.metadata.XpInterface";
  static final String INJECT = "jakarta.inject.Inject";
  static final String QUALIFIER = "jakarta.inject.Qualifier";
  static final String PROVIDER = "jakarta.inject.Provider";
  static final String OPTIONAL = "java.util.Optional";
  static final String GENERATED = "javax.annotation.processing.Generated";

  /** The simple name of every table class. */
  static final String COMPONENTS = "Components";

  private Names() {}
}
