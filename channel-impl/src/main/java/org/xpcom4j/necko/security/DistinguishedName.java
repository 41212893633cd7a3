package org.xpcom4j.necko.security;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.naming.InvalidNameException;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import javax.security.auth.x500.X500Principal;

/**
 * The name of a certificate's owner or issuer.
 *
 * @param text as RFC 2253 writes it, the most specific part first
 */
record DistinguishedName(String text) {
  static final String COMMON_NAME = "CN";
  static final String ORGANIZATION = "O";
  static final String ORGANIZATIONAL_UNIT = "OU";
  static final String EMAIL = "E";

  private static final Map<String, String> KEYWORDS = Map.of("1.2.840.113549.1.9.1", EMAIL);

  static DistinguishedName of(X500Principal principal) {
    return new DistinguishedName(principal.getName(X500Principal.RFC2253, KEYWORDS));
  }

  /** The most specific part of a type, empty when the name has none or it is no text. */
  Optional<String> part(String type) {
    try {
      List<Rdn> parts = new LdapName(text).getRdns();
      for (int i = parts.size() - 1; i >= 0; i--) {
        Attribute attribute = parts.get(i).toAttributes().get(type);
        if (attribute != null && attribute.get() instanceof String value) {
          return Optional.of(value);
        }
      }
      return Optional.empty();
    } catch (InvalidNameException e) {
      return Optional.empty(); // a name that is no RFC 2253 text has no parts
    } catch (NamingException e) {
      throw new IllegalStateException("attributes in memory cannot fail: " + text, e);
    }
  }
}
