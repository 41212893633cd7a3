package org.xpcom4j.registry.plugin;

import java.util.Objects;

/**
 * The host as the conditions of manifests see it ({@code application=…}, {@code appversion>=…},
 * {@code platformversion<…}). Conditions on a version that is empty never hold.
 *
 * @param id the application's ID, compared without regard to case
 * @param version the application's version
 * @param platformVersion the version of what the application is built on
 */
public record Application(String id, String version, String platformVersion) {

  /** An application of which nothing is known. */
  public static final Application UNKNOWN = new Application("", "", "");

  /**
   * Checks for null.
   *
   * @param id the application's ID
   * @param version the application's version
   * @param platformVersion the version of what the application is built on
   */
  public Application {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(platformVersion, "platformVersion");
  }
}
