package org.xpcom4j.registry.component;

import jakarta.inject.Provider;
import java.util.Optional;

/**
 * Answers for the constructor parameters of the component that is being made. The registry
 * implements it and generated tables call it, within {@link ComponentTable#create} only.
 *
 * <p>What cannot be had is an {@code XpcomException} with the code and the sentence that a look-up
 * by the same contract ID would give.
 */
public interface Dependencies {

  /**
   * Gets the component behind a contract ID: the service, or a new instance, as its scope says.
   *
   * @param <T> the wanted interface
   * @param type the wanted interface
   * @param contractId the contract ID
   * @return the component
   */
  <T> T get(Class<T> type, String contractId);

  /**
   * Gets a component later.
   *
   * @param <T> the wanted interface
   * @param type the wanted interface
   * @param contractId the contract ID
   * @return asks for the component each time it is asked, on any thread
   */
  <T> Provider<T> provider(Class<T> type, String contractId);

  /**
   * Finds the component behind a contract ID, if there is one.
   *
   * @param <T> the wanted interface
   * @param type the wanted interface
   * @param contractId the contract ID
   * @return the component, or empty if nothing implements the contract; a component that exists and
   *     fails is an exception all the same
   */
  <T> Optional<T> find(Class<T> type, String contractId);

  /**
   * Gets an object by its type alone: one of the registry's own such as {@code Xpcom}, an interface
   * whose IDL names exactly one contract ID, or else what Guice gives.
   *
   * @param <T> the wanted type
   * @param type the wanted type
   * @return the object
   */
  <T> T get(Class<T> type);

  /**
   * Gets an object by its type alone, later.
   *
   * @param <T> the wanted type
   * @param type the wanted type
   * @return asks for the object each time it is asked, on any thread
   */
  <T> Provider<T> provider(Class<T> type);
}
