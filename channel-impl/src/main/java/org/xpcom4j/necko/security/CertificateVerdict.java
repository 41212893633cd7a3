package org.xpcom4j.necko.security;

/**
 * What is wrong with a certificate that was refused.
 *
 * @param error the worst of it
 * @param message a sentence about it, with lines of detail
 * @param isUntrusted whether its chain leads to no trusted authority
 * @param isDomainMismatch whether it is for another host
 * @param isNotValidAtThisTime whether it has expired or is not valid yet
 */
record CertificateVerdict(
    TlsError error,
    String message,
    boolean isUntrusted,
    boolean isDomainMismatch,
    boolean isNotValidAtThisTime) {}
