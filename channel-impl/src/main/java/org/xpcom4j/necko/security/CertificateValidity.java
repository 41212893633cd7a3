package org.xpcom4j.necko.security;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import org.xpcom4j.interfaces.nsIX509CertValidity;

/** The time in which a certificate is valid; texts are in the language of this machine. */
final class CertificateValidity implements nsIX509CertValidity {
  private final Instant notBefore;
  private final Instant notAfter;

  CertificateValidity(Instant notBefore, Instant notAfter) {
    this.notBefore = notBefore;
    this.notAfter = notAfter;
  }

  @Override
  public long getNotBefore() {
    return micros(notBefore);
  }

  @Override
  public String getNotBeforeLocalTime() {
    return dateTime(notBefore, ZoneId.systemDefault());
  }

  @Override
  public String getNotBeforeLocalDay() {
    return localDay(notBefore);
  }

  @Override
  public String getNotBeforeGMT() {
    return dateTime(notBefore, ZoneOffset.UTC);
  }

  @Override
  public long getNotAfter() {
    return micros(notAfter);
  }

  @Override
  public String getNotAfterLocalTime() {
    return dateTime(notAfter, ZoneId.systemDefault());
  }

  @Override
  public String getNotAfterLocalDay() {
    return localDay(notAfter);
  }

  @Override
  public String getNotAfterGMT() {
    return dateTime(notAfter, ZoneOffset.UTC);
  }

  private static long micros(Instant moment) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, moment);
  }

  private static String dateTime(Instant moment, ZoneId zone) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM).format(moment.atZone(zone));
  }

  private static String localDay(Instant moment) {
    ZoneId zone = ZoneId.systemDefault();
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).format(moment.atZone(zone));
  }
}
