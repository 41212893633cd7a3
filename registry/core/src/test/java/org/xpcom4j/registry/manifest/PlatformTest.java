package org.xpcom4j.registry.manifest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The platform")
class PlatformTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "Linux, linux",
    "Windows 11, winnt",
    "Windows Server 2022, winnt",
    "Mac OS X, darwin",
    "FreeBSD, freebsd",
  })
  void hasGeckosNameOfTheSystem(String javas, String geckos) {
    assertEquals(geckos, Platform.os(javas));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"5.15.0-91-generic, 5.15", "10.0, 10.0", "14.2.1, 14.2", "11, 11", "'', ''"})
  void hasTwoNumbersOfTheSystemsVersion(String javas, String geckos) {
    assertEquals(geckos, Platform.majorAndMinor(javas));
  }

  @ParameterizedTest(name = "{0} on {1}")
  @CsvSource({
    "amd64, linux, linux_x86_64-gcc3",
    "amd64, winnt, winnt_x86_64-msvc",
    "x86, winnt, winnt_x86-msvc",
    "i386, linux, linux_x86-gcc3",
    "aarch64, darwin, darwin_aarch64-gcc3",
  })
  void hasGeckosNameOfProcessorAndConvention(String processor, String os, String abi) {
    assertEquals(abi, Platform.abi(os, processor));
  }
}
