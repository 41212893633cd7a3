package org.xpcom4j.registry.component;

import java.lang.annotation.Annotation;
import java.util.Objects;

/** Makes {@link ContractId} annotations at run time, for the keys of a Guice binding. */
public final class ContractIds {

  private static final int HASH_OF_MEMBER_NAME = 127 * "value".hashCode();

  private ContractIds() {}

  /**
   * Returns an annotation that equals a {@code @ContractId} with this text in source code, as in
   * {@code Key.get(nsIObserverService.class, contractId("@mozilla.org/observer-service;1"))}.
   *
   * @param value the contract ID; it is not checked here
   * @return the annotation
   */
  public static ContractId contractId(String value) {
    return new Literal(Objects.requireNonNull(value, "value"));
  }

  /** Equality and hash as {@link Annotation} prescribes them. */
  @SuppressWarnings("BadAnnotationImplementation") // a record with equals and hashCode of its own
  private record Literal(String value) implements ContractId {

    @Override
    public Class<? extends Annotation> annotationType() {
      return ContractId.class;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof ContractId that && value.equals(that.value());
    }

    @Override
    public int hashCode() {
      return HASH_OF_MEMBER_NAME ^ value.hashCode();
    }

    @Override
    public String toString() {
      return "@" + ContractId.class.getName() + "(\"" + value + "\")";
    }
  }
}
