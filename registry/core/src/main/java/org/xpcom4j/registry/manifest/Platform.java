package org.xpcom4j.registry.manifest;

import java.util.Locale;

/**
 * What the conditions of a manifest are compared with. What is not known is empty.
 *
 * @param application the application's ID
 * @param appVersion the application's version
 * @param platformVersion the version of the platform that the application is made for
 * @param os the operating system, in lower case
 * @param osVersion its version, two numbers
 * @param abi operating system, processor and calling convention, in lower case
 */
public record Platform(
    String application,
    String appVersion,
    String platformVersion,
    String os,
    String osVersion,
    String abi) {

  /**
   * Describes this machine.
   *
   * @param application the application's ID
   * @param appVersion the application's version
   * @param platformVersion the platform's version
   * @return operating system and processor as Gecko names them
   */
  public static Platform here(String application, String appVersion, String platformVersion) {
    String os = os(System.getProperty("os.name", ""));
    return new Platform(
        application,
        appVersion,
        platformVersion,
        os,
        majorAndMinor(System.getProperty("os.version", "")),
        abi(os, System.getProperty("os.arch", "")));
  }

  static String os(String javaName) {
    String name = javaName.toLowerCase(Locale.ROOT);
    if (name.startsWith("windows")) {
      return "winnt";
    }
    return name.startsWith("mac") ? "darwin" : name.replace(" ", "");
  }

  static String majorAndMinor(String version) {
    return version.replaceFirst("^(\\d+)(\\.\\d+)?.*", "$1$2");
  }

  static String abi(String os, String javaProcessor) {
    String processor =
        switch (javaProcessor.toLowerCase(Locale.ROOT)) {
          case "amd64", "x86_64" -> "x86_64";
          case "i386", "i486", "i586", "i686", "x86" -> "x86";
          default -> javaProcessor.toLowerCase(Locale.ROOT);
        };
    return os + "_" + processor + (os.equals("winnt") ? "-msvc" : "-gcc3");
  }
}
