package org.xpcom4j.necko.security;

import org.xpcom4j.result.Nsresult;

/** Why a handshake failed: the nsresult, and its meaning as a clause without a full stop. */
enum TlsError {
  UNKNOWN_ISSUER(Nsresult.SEC_ERROR_UNKNOWN_ISSUER, "no trusted authority has issued it"),
  SELF_SIGNED(Nsresult.MOZILLA_PKIX_ERROR_SELF_SIGNED_CERT, "it is signed by itself"),
  BAD_SIGNATURE(Nsresult.SEC_ERROR_BAD_SIGNATURE, "a signature in its chain is wrong"),
  REVOKED(Nsresult.SEC_ERROR_REVOKED_CERTIFICATE, "it has been revoked"),
  EXPIRED_ISSUER(
      Nsresult.SEC_ERROR_EXPIRED_ISSUER_CERTIFICATE, "the certificate of its issuer has expired"),
  ISSUER_NOT_YET_VALID(
      Nsresult.SEC_ERROR_UNTRUSTED_ISSUER, "the certificate of its issuer is not valid yet"),
  ISSUER_IS_NO_AUTHORITY(
      Nsresult.SEC_ERROR_CA_CERT_INVALID, "its issuer may not issue certificates like it"),
  NOT_IN_NAME_SPACE(
      Nsresult.SEC_ERROR_CERT_NOT_IN_NAME_SPACE, "its issuer may not issue for this name"),
  WEAK_ALGORITHM(
      Nsresult.SEC_ERROR_CERT_SIGNATURE_ALGORITHM_DISABLED,
      "its chain uses an algorithm that is too weak"),
  WRONG_KEY_USAGE(Nsresult.SEC_ERROR_INADEQUATE_KEY_USAGE, "a key in its chain is for another use"),
  WRONG_PURPOSE(Nsresult.SEC_ERROR_INADEQUATE_CERT_TYPE, "it is not meant for servers"),
  UNTRUSTED(Nsresult.SEC_ERROR_UNTRUSTED_CERT, "it is not trusted"),
  BAD_DER(Nsresult.SEC_ERROR_BAD_DER, "it cannot be read"),
  WRONG_HOST(Nsresult.SSL_ERROR_BAD_CERT_DOMAIN, "it is for another host"),
  EXPIRED(Nsresult.SEC_ERROR_EXPIRED_CERTIFICATE, "it has expired"),
  NOT_YET_VALID(Nsresult.MOZILLA_PKIX_ERROR_NOT_YET_VALID_CERTIFICATE, "it is not valid yet"),

  HANDSHAKE_FAILURE_ALERT(
      Nsresult.SSL_ERROR_HANDSHAKE_FAILURE_ALERT,
      "the server found no common ground, such as a cipher suite"),
  PROTOCOL_VERSION_ALERT(
      Nsresult.SSL_ERROR_PROTOCOL_VERSION_ALERT, "the server speaks neither TLS 1.2 nor TLS 1.3"),
  UNSUPPORTED_VERSION(
      Nsresult.SSL_ERROR_UNSUPPORTED_VERSION, "the server chose a version that is too old"),
  BAD_CERTIFICATE_ALERT(
      Nsresult.SSL_ERROR_BAD_CERT_ALERT, "the server refuses or misses a certificate of ours"),
  UNKNOWN_CA_ALERT(
      Nsresult.SSL_ERROR_UNKNOWN_CA_ALERT, "the server does not know who issued our certificate"),
  UNRECOGNIZED_NAME_ALERT(
      Nsresult.SSL_ERROR_UNRECOGNIZED_NAME_ALERT, "the server does not know the host name"),
  DECRYPT_ERROR_ALERT(
      Nsresult.SSL_ERROR_DECRYPT_ERROR_ALERT, "the server could not verify the handshake"),
  INTERNAL_ERROR_ALERT(
      Nsresult.SSL_ERROR_INTERNAL_ERROR_ALERT, "the server has an error of its own"),
  NO_APPLICATION_PROTOCOL(
      Nsresult.SSL_ERROR_NEXT_PROTOCOL_NO_PROTOCOL,
      "the server speaks none of the application protocols that were offered"),
  NOT_TLS(Nsresult.SSL_ERROR_RX_RECORD_TOO_LONG, "the server does not speak TLS on this port"),
  MALFORMED_HANDSHAKE(
      Nsresult.SSL_ERROR_RX_MALFORMED_HANDSHAKE, "the server breaks the rules of the handshake"),
  BAD_MAC(Nsresult.SSL_ERROR_BAD_MAC_READ, "what the server sent was damaged on its way"),
  HANDSHAKE_FAILED(Nsresult.SSL_ERROR_HANDSHAKE_FAILED, "the handshake failed");

  private static final long SECURITY_MODULE = 0x805A0000L;

  private final long result;
  private final String meaning;

  TlsError(long result, String meaning) {
    this.result = result;
    this.meaning = meaning;
  }

  /** The code as NSS has it: negative. */
  int nssCode() {
    return (int) (SECURITY_MODULE - result);
  }

  String meaning() {
    return meaning;
  }
}
