package org.xpcom4j.necko.security;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("what the names of cipher suites and versions say")
class AgreementTest {
  @ParameterizedTest(name = "{0}: {1}, {2} bits")
  @CsvSource({
    "TLS_AES_128_GCM_SHA256, AES_128_GCM, 128",
    "TLS_AES_256_GCM_SHA384, AES_256_GCM, 256",
    "TLS_CHACHA20_POLY1305_SHA256, CHACHA20_POLY1305, 256",
    "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA, AES_128_CBC, 128",
    "TLS_DHE_RSA_WITH_AES_256_CBC_SHA256, AES_256_CBC, 256",
    "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256, CHACHA20_POLY1305, 256",
    "SSL_RSA_WITH_3DES_EDE_CBC_SHA, 3DES_EDE_CBC, 168",
    "TLS_ECDHE_ECDSA_WITH_AES_128_CCM_8, AES_128_CCM_8, 128",
    "SSL_NULL_WITH_NULL_NULL, NULL_NULL, 0",
  })
  void cipher(String suite, String name, int bits) {
    Agreement agreement = new Agreement("TLSv1.2", suite);
    assertEquals(name, agreement.cipherName());
    assertEquals(bits, agreement.keyBits());
  }

  @ParameterizedTest
  @CsvSource({"TLSv1.3, 4", "TLSv1.2, 3", "TLSv1.1, 2", "TLSv1, 1", "SSLv3, 0"})
  void version(String protocol, int version) {
    assertEquals(version, new Agreement(protocol, "").version());
  }
}
