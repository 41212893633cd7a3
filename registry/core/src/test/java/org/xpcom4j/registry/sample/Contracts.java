package org.xpcom4j.registry.sample;

/** The contract IDs of the sample components. */
public final class Contracts {

  public static final String MAIN_ONLY = "@example.org/main-only;1";
  public static final String MAIN_ONLY_CID = "2c8b8f60-0f0f-4a08-9a3f-3d7a6a6c7e55";
  public static final String GREETER = "@example.org/greeter;1";
  public static final String GREETER_ALIAS = "@example.org/greeter;1?lang=en";
  public static final String GREETER_CID = "8f6f3a1c-9d0f-4c1e-8b5a-7b522f6f3a01";
  public static final String COUNTER = "@example.org/counter;1";
  public static final String WANTS_BOTH = "@example.org/wants-both;1";
  public static final String BROKEN = "@example.org/broken;1";
  public static final String REFUSING = "@example.org/refusing;1";
  public static final String HEN = "@example.org/hen;1";
  public static final String EGG = "@example.org/egg;1";
  public static final String NEST = "@example.org/nest;1";
  public static final String MIRROR = "@example.org/mirror;1";
  public static final String WANTS_GUICE = "@example.org/wants-guice;1";
  public static final String WANTS_NOBODY = "@example.org/wants-nobody;1";

  private Contracts() {}
}
